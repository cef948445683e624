/** Our `assert` and Node's own, side by side: the same calls must tell the same story. */

import real from 'node:assert';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { createAssert } from './assert.ts';
import { isDeepStrictEqual } from './internal/deep-equal.ts';

const readLine = (url: string, line: number): string | undefined =>
  readFileSync(fileURLToPath(url), 'utf8').split('\n')[line - 1];
const ours = createAssert({ readLine, warn: () => undefined });
type Assert = typeof real;

async function outcome(action: () => unknown): Promise<object> {
  try {
    return { value: await action() };
  } catch (thrown) {
    const error = thrown as Error & Record<string, unknown>;
    if (!(error instanceof Error)) return { thrown };
    const { name, message, code, generatedMessage, operator, actual, expected } = error;
    const values = inspect({ actual, expected }).replace(/\n\s+at [^\n]*?(?= \{|,?\n)/g, '');
    return { name, message, code, generatedMessage, operator, values, text: String(error) };
  }
}

function same(name: string, story: (assert: Assert) => unknown): void {
  test(name, async () => {
    const expected = await outcome(() => story(real));
    assert.deepEqual(await outcome(() => story(ours.assert as unknown as Assert)), expected);
  });
}

const cycle = (): object => {
  const value: Record<string, unknown> = { a: 1 };
  value.self = value;
  return value;
};
class Point {
  x = 1;
}
const holes = [1, 2, 3];
delete holes[1];

const pairs: [string, unknown, unknown][] = [
  ['numbers', 1, 2],
  ['number and text', 1, '1'],
  ['zeros', 0, -0],
  ['NaN', Number.NaN, Number.NaN],
  ['null and undefined', null, undefined],
  ['texts', 'a long text that differs here', 'a long text that differs there'],
  ['short texts', 'ab', 'ac'],
  ['texts of many lines', 'a\nb\nc\nd', 'a\nb\nx\nd'],
  ['objects', { a: 1, b: { c: [1, 2, 3] } }, { a: 1, b: { c: [1, 2, 4] } }],
  ['equal objects', { a: 1, b: 2 }, { b: 2, a: 1 }],
  ['an extra key', { a: 1 }, { a: 1, b: undefined }],
  ['a missing key', { a: 1, b: 2 }, { a: 1 }],
  [
    'long arrays',
    Array.from({ length: 60 }, (_, i) => i),
    Array.from({ length: 60 }, (_, i) => (i === 30 ? -1 : i)),
  ],
  ['array prefix', [1, 2, 3], [1, 3]],
  ['holes', holes, [1, undefined, 3]],
  ['array and object', [], {}],
  ['classes', new Point(), { x: 1 }],
  ['null prototype', Object.create(null), {}],
  ['dates', new Date(0), new Date(1)],
  ['equal dates', new Date(5), new Date(5)],
  ['regular expressions', /a/g, /a/i],
  ['errors', new Error('a'), new Error('b')],
  ['equal errors', new TypeError('a'), new TypeError('a')],
  ['errors with a cause', new Error('a', { cause: 1 }), new Error('a', { cause: 2 })],
  ['error and object', new Error('a'), { message: 'a' }],
  ['sets', new Set([1, { a: 1 }]), new Set([{ a: 1 }, 1])],
  ['unequal sets', new Set([1, 2, 3]), new Set([1, 2, 4])],
  ['sets of objects', new Set([{ a: 1 }, { a: 2 }]), new Set([{ a: 2 }, { a: 1 }])],
  ['loose sets', new Set([1, 2]), new Set(['1', 2])],
  ['maps', new Map([['a', { b: 1 }]]), new Map([['a', { b: 1 }]])],
  ['unequal maps', new Map([['a', 1]]), new Map([['a', 2]])],
  ['maps by object', new Map([[{ k: 1 }, 1]]), new Map([[{ k: 1 }, 1]])],
  [
    'maps, partly',
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
    new Map([['b', 2]]),
  ],
  ['bytes', new Uint8Array([1, 2, 3]), new Uint8Array([1, 2, 4])],
  ['kinds of bytes', new Uint8Array([1]), new Int8Array([1])],
  ['buffers', new Uint8Array([1, 2]).buffer, new Uint8Array([1, 2]).buffer],
  ['floats', new Float32Array([0]), new Float32Array([-0])],
  ['boxes', Object(1), Object(1)],
  ['boxes of different kinds', Object(1), Object('1')],
  ['symbols as keys', { [Symbol.for('a')]: 1 }, { [Symbol.for('a')]: 2 }],
  ['functions', cycle, Point],
  ['cycles', cycle(), cycle()],
  ['different cycles', cycle(), { a: 1, self: { a: 2 } }],
  ['promises', new Promise(() => undefined), new Promise(() => undefined)],
  ['urls', new URL('http://a/b'), new URL('http://a/c')],
  ['equal urls', new URL('http://a/b'), new URL('http://a/b')],
  [
    'arguments and array',
    (function (..._: unknown[]) {
      // biome-ignore lint/complexity/noArguments: an arguments object is what is compared
      return arguments;
    })(1, 2),
    [1, 2],
  ],
  [
    'lines, many',
    Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`k${i}`, i])),
    Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`k${i}`, i])),
  ],
];

const comparisons = [
  'equal',
  'notEqual',
  'deepEqual',
  'notDeepEqual',
  'strictEqual',
  'notStrictEqual',
  'deepStrictEqual',
  'notDeepStrictEqual',
  'partialDeepStrictEqual',
] as const;
for (const [what, a, b] of pairs) {
  for (const name of comparisons) {
    same(`${name}: ${what}`, (each) => each[name](a, b));
    same(`${name}, the other way round: ${what}`, (each) => each[name](b, a));
  }
  same(`with a message: ${what}`, (each) => each.deepStrictEqual(a, b, 'my words'));
}

same('too few arguments', (each) => (each.equal as (a: number) => void)(1));
same('a message that is an error is thrown', (each) => each.equal(1, 2, new RangeError('mine')));
same('ok without an argument', (each) => (each.ok as () => void)());
same('ok with a message', (each) => each.ok(0, 'not this'));
same('ok passes', (each) => each(true));
same('fail', (each) => each.fail());
same('fail with a message', (each) => each.fail('so'));
same('fail with an error', (each) => each.fail(new TypeError('so')));
same('ifError', (each) => each.ifError(new Error('unwanted')));
same('ifError with a value', (each) => each.ifError(0));
same('ifError passes', (each) => each.ifError(null));
same('match', (each) => each.match('abc', /x/));
same('match of no text', (each) => each.match(5 as never, /x/));
same('match without a pattern', (each) => each.match('abc', 'x' as never));
same('match with a message', (each) => each.match('abc', /x/, 'words'));
same('doesNotMatch', (each) => each.doesNotMatch('abc', /b/));

const boom = (): never => {
  throw Object.assign(new TypeError('boom 42'), { code: 'E_BOOM', info: { a: 1 } });
};
const validators: [string, unknown][] = [
  ['nothing', undefined],
  ['its class', TypeError],
  ['a class above', Error],
  ['another class', RangeError],
  ['a pattern', /boom \d+/],
  ['a pattern that fails', /bang/],
  ['an object', { code: 'E_BOOM', message: /boom/ }],
  ['an object that fails', { code: 'E_BANG', message: 'boom 42' }],
  ['a nested object', { info: { a: 1 } }],
  ['an error', new TypeError('boom 42')],
  ['an error of other words', new TypeError('bang')],
  ['an empty object', {}],
  ['a function', (error: unknown) => error instanceof TypeError],
  [
    'a function that says no',
    function check() {
      return false;
    },
  ],
  ['a text', 'a message'],
  ['the same text', 'boom 42'],
  ['a number', 5],
];
for (const [what, expected] of validators) {
  same(`throws, expecting ${what}`, (each) => each.throws(boom, expected as never));
  same(`throws with words, expecting ${what}`, (each) =>
    each.throws(boom, expected as never, 'words'),
  );
  same(`nothing thrown, expecting ${what}`, (each) =>
    each.throws(() => undefined, expected as never),
  );
  same(`rejects, expecting ${what}`, (each) => each.rejects(async () => boom(), expected as never));
  same(`doesNotThrow, expecting ${what}`, (each) => each.doesNotThrow(boom, expected as never));
}
same('throws of a primitive', (each) =>
  each.throws(
    () => {
      // biome-ignore lint/style/useThrowOnlyError: not an error is what is thrown
      throw 'text';
    },
    { a: 1 },
  ),
);
same('throws needs a function', (each) => each.throws('x' as never));
same('rejects needs a promise', (each) => each.rejects(5 as never));
same('rejects needs a function that returns one', (each) => each.rejects((() => 5) as never));
same('resolved, expecting a rejection', (each) => each.rejects(Promise.resolve(1), TypeError));
same('doesNotReject', (each) => each.doesNotReject(Promise.reject(new Error('no'))));
same('doesNotReject passes', (each) => each.doesNotReject(Promise.resolve(1)));
same('strict is strict', (each) => each.strict.equal(1, '1' as never));
same('Assert has options', (each) => {
  const { Assert } = each as unknown as { Assert: new (o: object) => Assert };
  new Assert({ strict: true }).equal(1, '1' as never);
});
same(
  'AssertionError as a reader prints it',
  (each) =>
    inspect(new each.AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' })).split(
      '\n    at',
    )[0],
);
same(
  'AssertionError wants options',
  (each) => new (each.AssertionError as never as new () => Error)(),
);

test('ok shows the expression that was false', () => {
  const value = { is: false };
  const own = ours.assert as unknown as { ok: (value: unknown) => void };
  assert.throws(() => own.ok(value.is), {
    message: /falsy value:\n\n {2}own\.ok\(value\.is\)\n$/,
  });
});
test('long bytes are compared by their bytes, not by listing an index for each', (t) => {
  const [one, two] = [new Uint8Array(100_000), new Uint8Array(100_000)];
  const counted = t.mock.method(Object, 'keys');
  assert.ok(isDeepStrictEqual(one, two));
  assert.ok(!counted.mock.calls.some((call) => call.arguments[0] === one));
  two[99_999] = 1;
  assert.ok(!isDeepStrictEqual(one, two));
});
test('the names are those of Node', () => {
  assert.deepEqual(
    Object.keys(real).filter((name) => !(name in ours.assert)),
    ['CallTracker'],
  );
});
