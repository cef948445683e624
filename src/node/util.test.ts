/** Our `util` and Node's own, side by side: the same calls must give the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import real from 'node:util';
import { createUtil } from './util.ts';

const printed: string[] = [];
const warnings: unknown[][] = [];
const ours = createUtil({
  pid: 7,
  env: () => ({ NODE_DEBUG: 'one,tw*' }),
  mainArgs: () => ['-x'],
  warn: (...args) => warnings.push(args),
  stdout: { isTTY: true, write: () => true } as never,
  stderr: { write: (text) => printed.push(text) },
});
type Util = typeof real;

async function outcome(action: () => unknown): Promise<unknown> {
  try {
    return { value: await action() };
  } catch (error) {
    const { name, message, code } = error as Error & { code?: string };
    return { name, message, code };
  }
}

function same(name: string, story: (util: Util) => unknown): void {
  test(name, async () => {
    const expected = await outcome(() => story(real));
    assert.deepEqual(await outcome(() => story(ours as unknown as Util)), expected);
  });
}

const options = {
  all: { type: 'boolean', short: 'a' },
  file: { type: 'string', short: 'f', multiple: true },
  name: { type: 'string', default: 'nobody' },
} as const;
const commandLines = [
  ['-a'],
  ['-af', 'x', '-fy', '--file=z', '--name', 'n'],
  ['--', '-a', 'b'],
  ['a', 'b'],
  ['--no-all'],
  ['--unknown'],
  ['-u'],
  ['--all=yes'],
  ['--name'],
  ['--name', '-a'],
  ['-f', '-a'],
  ['--name=-a', '-'],
  ['--name=a=b'],
  ['-abc'],
  ['--__proto__=1'],
];
for (const args of commandLines) {
  const line = args.join(' ');
  same(`parseArgs ${line}`, (util) => util.parseArgs({ args, options, tokens: true }));
  same(`parseArgs ${line}, with positionals and negatives`, (util) =>
    util.parseArgs({ args, options, tokens: true, allowPositionals: true, allowNegative: true }),
  );
  same(`parseArgs ${line}, not strictly`, (util) =>
    util.parseArgs({ args, options, tokens: true, strict: false }),
  );
}
for (const bad of [
  { args: 'x' },
  { options: { a: {} } },
  { options: { a: { type: 'string', short: 'ab' } } },
  { options: { a: { type: 'string', multiple: true, default: ['x', 1] } } },
  { options: { a: { type: 'boolean', default: 'x' } } },
  { strict: 1 },
]) {
  same(`parseArgs of ${JSON.stringify(bad)}`, (util) => util.parseArgs(bad as never));
}

const plain = { validateStream: false };
for (const format of [
  'red',
  ['bold', 'red'],
  'none',
  'dim',
  '#f00',
  '#12AB9f',
  '#xyz',
  'nocolor',
  [],
] as never[]) {
  same(`styleText ${JSON.stringify(format)}`, (util) => util.styleText(format, 'text', plain));
  same(`styleText ${JSON.stringify(format)} of styled text`, (util) =>
    util.styleText(
      format,
      `a${util.styleText('red', 'b', plain)}c${util.styleText('bold', 'd', plain)}`,
      plain,
    ),
  );
}
same('styleText wants text', (util) => util.styleText('red', 5 as never));
same('styleText wants a stream', (util) => util.styleText('red', 'x', { stream: {} as never }));

same('error names', (util) => [-2, -1, -110, -9999].map((n) => util.getSystemErrorName(n)));
same('error messages', (util) => [-2, -1, -9999].map((n) => util.getSystemErrorMessage(n)));
same('the map of errors', (util) => util.getSystemErrorMap());
same('an error number is negative', (util) => util.getSystemErrorName(2));
same('an error number is a number', (util) => util.getSystemErrorName('x' as never));

same('parseEnv', (util) =>
  util.parseEnv(`
# comment
A=1
export B = two # why
C="a # b\\nc" # rest
D='x\\ny'
E=\`many
lines\`
F=
=g
no value
H="unclosed
I=last`),
);
same('parseEnv wants text', (util) => util.parseEnv(1 as never));
same('toUSVString', (util) => util.toUSVString('a\ud800'));
same('isDeepStrictEqual', (util) => [
  util.isDeepStrictEqual({ a: [1] }, { a: [1] }),
  util.isDeepStrictEqual(0, -0),
]);

const values: Record<string, unknown> = {
  date: new Date(),
  regexp: /a/,
  map: new Map(),
  set: new Set(),
  weakMap: new WeakMap(),
  weakSet: new WeakSet(),
  promise: Promise.resolve(),

  error: new Error('x'),
  fakeError: Object.create(Error.prototype),
  number: Object(1),
  string: Object('a'),
  boolean: Object(true),
  bigint: Object(1n),
  symbol: Object(Symbol.iterator),
  buffer: new ArrayBuffer(1),
  shared: new SharedArrayBuffer(1),
  view: new DataView(new ArrayBuffer(1)),
  bytes: new Uint8Array(1),
  floats: new Float64Array(1),
  bigs: new BigInt64Array(1),
  fake: { [Symbol.toStringTag]: 'Map' },
  async: async () => 1,
  generator: function* (): Generator<number> {
    yield 1;
  },
  asyncGenerator: async function* (): AsyncGenerator<number> {
    yield 1;
  },
  generated: (function* (): Generator<number> {
    yield 1;
  })(),
  mapIterator: new Map().entries(),
  setIterator: new Set().values(),
  arguments: (function () {
    // biome-ignore lint/complexity/noArguments: an arguments object is what is looked at
    return arguments;
  })(),
  null: null,
  undefined,
  text: 'a',
  object: {},
  array: [],
  function: () => 1,
  class: class {},
  target: new EventTarget(),
  proxiedDate: Object.create(Date.prototype),
};
for (const name of Object.keys(real.types)) {
  if (name === 'isProxy') continue;
  same(`types.${name}`, (util) => {
    const check = (util.types as unknown as Record<string, (value: unknown) => boolean>)[name];
    return Object.entries(values)
      .filter(([, value]) => check?.(value))
      .map(([key]) => key);
  });
}

test('debuglog prints the sections that are asked for', () => {
  const [one, two, three] = ['one', 'two', 'three'].map((name) => ours.debuglog(name));
  for (const log of [one, two, three]) log?.('%d', 1);
  assert.deepEqual(printed.splice(0), ['ONE 7: 1\n', 'TWO 7: 1\n']);
});
test('deprecate warns once', () => {
  const twice = ours.deprecate(((n: number) => n * 2) as never, 'old', 'DEP1') as unknown as (
    n: number,
  ) => number;
  assert.equal(twice(2) + twice(3), 10);
  assert.deepEqual(warnings.splice(0), [['old', 'DeprecationWarning', 'DEP1']]);
});
test('aborted resolves with its signal', async () => {
  const controller = new AbortController();
  const done = ours.aborted(controller.signal, {});
  controller.abort();
  await done;
});
