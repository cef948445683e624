/**
 * Holds the support ledger against what a program finds in the page: what it calls full or partial
 * is there and is no stub, what it calls unsupported throws the coded error, and nothing else is there.
 */
import {
  aliases,
  full,
  loadOnly,
  namesOf,
  partial,
  unsupported,
  unsupportedModules,
} from '../src/node/support.ts';
import { expect, test } from './fixtures.ts';

const modules = [...new Set([full, partial, unsupported, loadOnly].flatMap(Object.keys))].sort();
const absent = unsupportedModules.flatMap(({ names }) => namesOf(names)).sort();

const provided = (module: string): string[] =>
  [...namesOf(full[module] ?? ''), ...Object.keys(partial[module] ?? {})].sort();
const declined = (module: string): string[] =>
  (unsupported[module] ?? loadOnly[module] ?? []).flatMap(({ names }) => namesOf(names)).sort();
const tell = <T>(answer: (module: string) => T): Record<string, T> =>
  Object.fromEntries(modules.map((module) => [module, answer(module)]));

/** A program that prints, as JSON, what it finds; a stub is known by the text of those declined. */
const program = `
const { modules, aliases, absent, declined } = JSON.parse(process.env.LEDGER);
const text = (value) => Function.prototype.toString.call(value);
const names = (name) => {
  const exports = require('node:' + name);
  return name === 'process'
    ? [...Object.keys(exports), ...Object.getOwnPropertyNames(Object.getPrototypeOf(exports))]
    : Object.keys(exports);
};
// One for each part of the runtime, which are minified apart.
const stubs = new Set(modules.flatMap((name) => declined[name].map((key) => text(require('node:' + name)[key]))));
const isStub = (name, key) => {
  const value = Object.getOwnPropertyDescriptor(require('node:' + name), key)?.value;
  return typeof value === 'function' && stubs.has(text(value));
};
const codeOf = (action) => {
  try { action(); return 'none'; } catch (error) { return error.code; }
};
const each = (answer) => Object.fromEntries(modules.map((name) => [name, answer(name)]));
console.log(JSON.stringify({
  provided: each((name) => names(name).filter((key) => !isStub(name, key)).sort()),
  codes: each((name) => declined[name].map((key) => [key, codeOf(require('node:' + name)[key])])),
  absent: absent.map((name) => [name, codeOf(() => require('node:' + name))]),
  aliases: Object.entries(aliases).map(([name, of]) => [name, String(names(name)) === String(names(of))]),
}));
`;

interface Findings {
  provided: Record<string, string[]>;
  codes: Record<string, [name: string, code: string][]>;
  absent: [name: string, code: string][];
  aliases: [name: string, isSame: boolean][];
}

test('the ledger says what a program finds', async ({ page }) => {
  await page.goto('/engine/');
  const ledger = JSON.stringify({ modules, aliases, absent, declined: tell(declined) });
  const output = await page.evaluate(
    async ([contents, LEDGER]) => {
      const address = '/engine/interleave.js';
      const { boot } = await import(address);
      const engine = await boot();
      await engine.mount({ 'main.cjs': { file: { contents } } });
      const run = await engine.spawn('node', ['main.cjs'], { env: { LEDGER } });
      let text = '';
      for await (const piece of run.output) text += piece;
      await run.exit;
      return text;
    },
    [program, ledger] as const,
  );
  const found: Findings = JSON.parse(output);
  for (const module of modules) {
    const names = new Set(found.provided[module]);
    expect(
      provided(module).filter((name) => !names.has(name)),
      `${module}: missing`,
    ).toEqual([]);
    const extra = [...names].filter(
      (name) => isOf(module, name) && !provided(module).includes(name),
    );
    expect(extra, `${module}: not in the ledger`).toEqual([]);
    expect(found.codes[module], `${module}: declined`).toEqual(
      declined(module).map((name) => [name, 'ERR_METHOD_NOT_IMPLEMENTED']),
    );
  }
  expect(found.absent).toEqual(absent.map((name) => [name, 'ERR_UNKNOWN_BUILTIN_MODULE']));
  expect(found.aliases).toEqual(Object.keys(aliases).map((name) => [name, true]));
});

/** Private names, and what `process` inherits from an emitter, are not the ledger's matter. */
function isOf(module: string, name: string): boolean {
  return (
    !name.startsWith('_') && (module !== 'process' || name in process) && name !== 'constructor'
  );
}
