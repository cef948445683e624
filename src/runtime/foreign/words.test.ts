import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOfV8 } from './words.ts';

/** What engines say, the code where they say it, and what V8 says. */
const cases = [
  ['too much recursion', '', 'Maximum call stack size exceeded'],
  ['Maximum call stack size exceeded.', '', 'Maximum call stack size exceeded'],
  ["Can't find variable: nope", '', 'nope is not defined'],
  ["o.f is not a function. (In 'o.f()', 'o.f' is undefined)", '', 'o.f is not a function'],
  [
    "can't access lexical declaration 'b' before initialization",
    '',
    "Cannot access 'b' before initialization",
  ],
  ["invalid assignment to const 'a'", '', 'Assignment to constant variable.'],
  [
    "undefined is not an object (evaluating 'o.foo.bar')",
    '',
    "Cannot read properties of undefined (reading 'bar')",
  ],
  [
    "null is not an object (evaluating 'o.foo.bar = 1')",
    '',
    "Cannot set properties of null (setting 'bar')",
  ],
  [
    'can\'t access property "bar", o.foo is undefined',
    'o.foo!.bar + 1',
    "Cannot read properties of undefined (reading 'bar')",
  ],
  [
    'can\'t access property "bar", o.foo is null',
    'o.foo!.bar = 1',
    "Cannot set properties of null (setting 'bar')",
  ],
] as const;

test("errors that engines raise get V8's words", () => {
  for (const [message, code, words] of cases)
    assert.equal(
      wordsOfV8(message, () => code),
      words,
    );
});

test('other words stay', () => {
  assert.equal(
    wordsOfV8('x is not a function', () => ''),
    undefined,
  );
});
