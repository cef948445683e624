/** Holds the ledger against the exports of the Node that runs this test, and against itself. */
import assert from 'node:assert/strict';
import { builtinModules, createRequire } from 'node:module';
import { test } from 'node:test';
import {
  aliases,
  full,
  loadOnly,
  namesOf,
  partial,
  unsupported,
  unsupportedModules,
} from './support.ts';

const require = createRequire(import.meta.url);
const absent = new Set(unsupportedModules.flatMap(({ names }) => namesOf(names)));
const ledgered = [...new Set([full, partial, unsupported].flatMap(Object.keys))];

const isPublic = (name: string): boolean => !name.startsWith('_');

function entries(module: string): string[] {
  return [
    ...namesOf(full[module] ?? ''),
    ...Object.keys(partial[module] ?? {}),
    ...(unsupported[module] ?? []).flatMap(({ names }) => namesOf(names)),
  ];
}

/** Names that Node's module has, its prototypes included: `process` inherits from an emitter. */
function exportsOf(module: string): string[] {
  const exports = require(`node:${module}`);
  if (module !== 'process') return Object.keys(exports);
  return [...Object.keys(exports), ...Object.keys(Object.getPrototypeOf(exports))];
}

test('every public module of Node is in the ledger, or said to be absent, and in one place', () => {
  const named = builtinModules.map((name) => name.replace(/^node:/, '')).filter(isPublic);
  const known = [...ledgered, ...absent, ...Object.keys({ ...aliases, ...loadOnly })];
  assert.deepEqual(
    named.filter((name) => !known.includes(name)),
    [],
  );
  assert.deepEqual(
    ledgered.filter((name) => absent.has(name) || name in aliases),
    [],
  );
});

for (const [module, declined] of Object.entries(loadOnly)) {
  test(`${module}: all functions and classes of Node's are declined`, () => {
    const exports = require(`node:${module}`);
    const shared = new Set(['WebSocket', 'CloseEvent', 'MessageEvent']);
    const functions = Object.keys(exports).filter(
      (name) => typeof exports[name] === 'function' && isPublic(name) && !shared.has(name),
    );
    assert.deepEqual(declined.flatMap(({ names }) => namesOf(names)).sort(), functions.sort());
  });
}

for (const module of ledgered) {
  test(`${module}: every export of Node's stands in one table, and no other`, () => {
    const listed = entries(module).filter(isPublic).sort();
    assert.deepEqual(listed, [...new Set(exportsOf(module).filter(isPublic))].sort());
  });
}
