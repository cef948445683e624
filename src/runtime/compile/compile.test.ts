import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from './compile.ts';

const compiled = (source: string, path = 'main.ts') => compile(source, { path });

test('requests are unique by specifier and attributes, in source order', () => {
  const { requests } = compiled(`import a from './a.json' with { type: 'json' };
export * from 'b';
import { c } from 'b'; import './a.json';`);
  assert.deepEqual(requests, [
    { specifier: './a.json', attributes: { type: 'json' }, line: 1, column: 14 },
    { specifier: 'b', line: 2, column: 14 },
    { specifier: './a.json', line: 3, column: 30 },
  ]);
});

test('names to be checked when linking are those of values, re-exported ones included', () => {
  const { imports } = compiled(
    `import d, { a as b, type T } from 'x'; import * as ns from 'y'; export { q as r } from 'x';`,
  );
  assert.deepEqual(
    imports.map(({ request, name, column }) => [request, name, column]),
    [
      [0, 'default', 7],
      [0, 'a', 12],
      [0, 'q', 73],
    ],
  );
});

test('exports tell own names from those passed on', () => {
  const { exports } = compiled(`import d, { a } from 'x'; import * as ns from 'y';
export { d as default, a as b, ns }; export const own = 1; export * as all from 'x'; export * from 'y';`);
  assert.deepEqual(exports, {
    local: ['own'],
    indirect: [
      { name: 'all', request: 0, imported: '*' },
      { name: 'default', request: 0, imported: 'default' },
      { name: 'b', request: 0, imported: 'a' },
      { name: 'ns', request: 1, imported: '*' },
    ],
    star: [1],
  });
});

test('an import of types alone leaves no request, inline types leave the request', () => {
  const { requests } = compiled(`import type A from 'a'; import { type B } from 'b';
export type { C } from 'c'; export { type D } from 'd'; export type * from 'e';`);
  assert.deepEqual(
    requests.map(({ specifier }) => specifier),
    ['b', 'd'],
  );
});

test('the format is detected as Node does', () => {
  const formats: Record<string, [source: string, path: string]> = {
    'an import': ['import "x"', 'main.js'],
    'an export without names': ['export {}', 'main.js'],
    'import.meta': ['f(import.meta.url)', 'main.js'],
    'top-level await': ['await f()', 'main.js'],
  };
  for (const [what, [source, path]] of Object.entries(formats)) {
    assert.equal(compiled(source, path).format, 'module', what);
  }
  for (const source of [
    'import("x")',
    'import type { A } from "x"; export type B = A;',
    'await (1)',
    'async () => { await f() }',
    'const a = { b: () => { with (a) b } }',
    'return',
  ]) {
    assert.equal(compiled(source).format, 'commonjs', source);
  }
  assert.equal(compiled('f()', 'main.mts').format, 'module');
  assert.equal(compiled('f()', 'main.cjs').format, 'commonjs');
  assert.equal(compile('f()', { path: 'main.ts', format: 'module' }).format, 'module');
});

test('async says whether the module itself awaits', () => {
  assert.equal(compiled('export const f = async () => { await 1 }').async, false);
  assert.equal(compiled('export {}; for await (const x of y);').async, true);
  assert.equal(compiled('export {}; class A { [await 1]() {} }').async, true);
});

test('a source that uses our prefix gets another', () => {
  const { code } = compiled(`import { a } from 'x'; const __il0 = 1, __il_ = 2; a(__il0);`);
  assert.match(code, /\(function\*\(__il__,__il__0\)/);
  assert.match(code, /\(0,__il__0\.a\)\(__il0\)/);
});

test('code is an expression, whatever the source ends with', () => {
  for (const source of ['export {} // comment', 'export default 1', 'export {}; /* c */', '']) {
    // biome-ignore lint/security/noGlobalEval: this is how the loader evaluates compiled code
    assert.equal(typeof globalThis.eval(compiled(source, 'main.mts').code), 'function', source);
  }
});
