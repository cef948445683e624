/**
 * What the compatibility page says, from the engine's support ledger and from the record of the
 * conformance suite. The record is made by a machine: `npm run conform -- --record`.
 */
import {
  aliases,
  full,
  loadOnly,
  namesOf,
  partial,
  unsupported,
  unsupportedModules,
} from '../node/support.ts';

export interface Declined {
  names: readonly string[];
  why: string;
}

export interface ModuleSupport {
  name: string;
  /** Other names of the same module. */
  aliases: readonly string[];
  full: readonly string[];
  partial: readonly { name: string; difference: string }[];
  unsupported: readonly Declined[];
}

interface Counts {
  passed: number;
  differs: number;
}

/** The form of `conformance.json`, which `src/tools/conform/results.ts` writes. */
export interface Conformance {
  /** An ISO 8601 day. */
  recorded: string;
  node: string;
  browsers: Readonly<Record<string, { version: string }>>;
  modules: Readonly<Record<string, Readonly<Record<string, Counts>>>>;
  differences: readonly { program: string; browsers: readonly string[]; why: string }[];
}

/** The modules of which something works, by name. */
export function supportedModules(): ModuleSupport[] {
  const names = [...new Set([full, partial, unsupported].flatMap(Object.keys))].sort();
  return names.map((name) => ({
    name,
    aliases: Object.keys(aliases).filter((alias) => aliases[alias] === name),
    full: namesOf(full[name] ?? ''),
    partial: Object.entries(partial[name] ?? {}).map(([export_, difference]) => ({
      name: export_,
      difference,
    })),
    unsupported: (unsupported[name] ?? []).map(({ names, why }) => ({
      names: namesOf(names),
      why,
    })),
  }));
}

/** Modules that can be loaded, and throw when anything of them is used, by reason. */
export function loadOnlyModules(): Declined[] {
  const byReason = new Map<string, string[]>();
  for (const [name, reasons] of Object.entries(loadOnly)) {
    const why = reasons[0]?.why ?? '';
    byReason.set(why, [...(byReason.get(why) ?? []), name]);
  }
  return [...byReason].map(([why, names]) => ({ names, why }));
}

/** Modules that Node has and the engine does not know, by reason. */
export function absentModules(): Declined[] {
  return unsupportedModules.map(({ names, why }) => ({ names: namesOf(names), why }));
}

/** @returns the results of all modules together, by browser */
export function totals({ modules }: Conformance): Record<string, Counts> {
  const all: Record<string, Counts> = {};
  for (const byBrowser of Object.values(modules)) {
    for (const [browser, { passed, differs }] of Object.entries(byBrowser)) {
      const sum = all[browser] ?? { passed: 0, differs: 0 };
      all[browser] = { passed: sum.passed + passed, differs: sum.differs + differs };
    }
  }
  return all;
}
