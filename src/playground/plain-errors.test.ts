import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from '../runtime/compile/compile.ts';
import { CompileError } from '../runtime/compile/errors.ts';
import { describeError, plainError } from './plain-errors.ts';

function messageOf(source: string, path: string): string {
  try {
    compile(source, { path });
  } catch (error) {
    if (error instanceof CompileError) return error.message;
    throw error;
  }
  throw new Error(`no error in: ${source}`);
}

// The sources go through the compiler, so that a change of its words is seen here.
const mistakes: readonly (readonly [source: string, typescript: RegExp, javascript?: RegExp])[] = [
  ['const = 1;', /^A name is expected here\.$/, /^= cannot stand here\.$/],
  ['const a = ;', /^A value is expected here/, /^; cannot stand here\.$/],
  ['let a = b +', /^A value is expected here/, /^The file ends too early/],
  ['const a;', /^A const needs its value/],
  ['const { a };', /^A const needs its value/],
  ['let x = 1 2', /^This does not fit what stands before it/],
  ['fucntion foo() {}', /^This does not fit what stands before it/],
  ['let b = foo(a;', /^, is expected here, but ; stands here\.$/, /^; cannot stand here\.$/],
  ['if x { }', /^\( is expected here, but a name stands here\.$/, /^This does not fit/],
  ['foo("a"\n', /^, is expected here, but the file ends\.$/, /^The file ends too early/],
  ['function f() {\n', /^} is expected here, but the file ends\.$/, /^The file ends too early/],
  ['else { }', /^A value is expected here/, /^else cannot stand here\.$/],
  ['let a = "abc\nfoo()', /closing quote/, /^The language has no such character here\.$/],
  ['let a = `abc', /closing backtick/],
  ['let a = /abc', /closing \//],
  ['let a = 1b', /^A name cannot begin with a digit/, /^The language has no such character/],
  ['return 1', /^return works only/],
  ['break', /^break works only/],
  ['continue', /^continue works only/],
  ['1 = 2', /^Nothing can be assigned/],
  ['try { }', /^A try needs a catch or a finally/],
  ['throw\n1', /^What is thrown begins on the same line/, /^Illegal newline after throw$/],
  ['a ?? b || c', /parentheses/],
  ['let a = 1;\nlet a = 3;', /^a is declared twice/],
];

for (const [source, typescript, javascript = typescript] of mistakes) {
  test(`the error of ${JSON.stringify(source)} is told in plain words`, () => {
    assert.match(plainError(messageOf(source, 'main.mts')), typescript);
    assert.match(plainError(messageOf(source, 'main.mjs')), javascript);
  });
}

const erasable: readonly (readonly [source: string, says: RegExp])[] = [
  ['enum A { B }', /cannot run an enum\. Write an object/],
  ['namespace N { export const x = 1 }', /cannot run a namespace/],
  ['class A { constructor(private x: number) {} }', /cannot run a field that is declared as a/],
  ['import fs = require("fs"); fs;', /cannot run import with =/],
  ['export = 1', /cannot run export with =/],
];

for (const [source, says] of erasable) {
  test(`${source}: what to write instead of what Node cannot run`, () => {
    assert.match(plainError(messageOf(source, 'main.mts')), says);
  });
}

test('the place and the words of Node stand behind, and a message without other words stays', () => {
  assert.equal(
    describeError('Expected ident', 1, 6),
    'A name is expected here. (Line 1, column 7. Node: Expected ident)',
  );
  assert.equal(
    describeError('Private field #a must be declared', 2, 0),
    'Private field #a must be declared (Line 2, column 1)',
  );
});
