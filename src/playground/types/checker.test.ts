import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { TypeChecker } from './checker.ts';
import { typeLibraries, withoutComments } from './libraries.ts';

const checker = new TypeChecker(typeLibraries());

test('the checker finds no error in a sample that uses threads', () => {
  const text = readFileSync('content/patterns/threads/lock/main.ts', 'utf8');
  assert.deepEqual(checker.check({ 'main.ts': text }, 'main.ts'), []);
});

test('the checker finds errors of type, of syntax and of Node’s interface, with their places', () => {
  const cases: [text: string, at: string, message: RegExp][] = [
    ['const a: string = 5;', 'a', /Type 'number' is not assignable to type 'string'/],
    ["import { readFileSync } from 'node:fs';\nreadFileSync();", 'readFileSync();', /Expected 1-2/],
    ['enum A { B }', 'A', /erasableSyntaxOnly/],
    ["import { missing } from './part.ts';\nmissing();", 'missing }', /has no exported member/],
  ];
  for (const [text, at, message] of cases) {
    const files = { 'main.ts': text, 'part.ts': 'export const part = 1;' };
    const [problem] = checker.check(files, 'main.ts');
    assert.match(problem?.message ?? '', message);
    assert.equal(problem?.from, text.lastIndexOf(at), text);
  }
});

test('the checker sees the change of another file', () => {
  const main = "import { part } from './part.ts';\nexport const n: number = part;";
  assert.deepEqual(
    checker.check({ 'main.ts': main, 'part.ts': 'export const part = 1;' }, 'main.ts'),
    [],
  );
  const changed = { 'main.ts': main, 'part.ts': "export const part = 'a';" };
  assert.equal(checker.check(changed, 'main.ts').length, 1);
});

test('the checker says what something is and what can follow', () => {
  const text = 'const words = ["a"];\nwords.';
  assert.equal(checker.describe({ 'main.ts': text }, 'main.ts', 7), 'const words: string[]');
  const labels = checker.complete({ 'main.ts': text }, 'main.ts', text.length).map((c) => c.label);
  assert.ok(labels.includes('map') && labels.includes('length'), labels.join());
});

test('withoutComments() leaves references and everything that is no whole line of comment', () => {
  const text = '/// <reference lib="es5" />\n/**\n * Doc.\n */\n// line\nlet a: "//"; // kept\n';
  assert.equal(withoutComments(text), '/// <reference lib="es5" />\nlet a: "//"; // kept\n');
});
