import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { fromFragment, MAX_LINK, type SharedCode, toFragment } from './share-link.ts';

const shared: SharedCode = {
  key: 'threads/lock/main',
  original: 'abc',
  files: { 'main.ts': 'console.log("a — ü ✓");\n', 'lib/part.ts': 'export {};\n' },
  entry: 'main.ts',
};

/** A link as somebody could make it by hand. */
function handMade(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `#code=1.${deflateRawSync(text).toString('base64url')}`;
}

test('a program comes out of a link as it went in', async () => {
  const fragment = await toFragment(shared);
  assert.match(fragment, /^#code=1\.[\w-]+$/);
  assert.deepEqual(await fromFragment(fragment), shared);
  assert.deepEqual(await fromFragment(handMade(shared)), shared);
});

test('toFragment() refuses what would not arrive, and says the limit', async () => {
  const noise = Array.from({ length: 30_000 }, (_, i) => Math.imul(i, 2654435761).toString(36));
  const large = { ...shared, files: { 'main.ts': noise.join('') } };
  await assert.rejects(toFragment(large), /links of more than 32,000 are cut/);
});

test('fromFragment() calls damaged what it cannot read', async () => {
  const whole = await toFragment(shared);
  const damaged = [
    '#code=',
    '#code=1.',
    '#code=1.%%%',
    '#code=1.a',
    '#code=2.abcd',
    whole.slice(0, -8),
    `${whole.slice(0, 20)}${whole.slice(24)}`,
    handMade('{"files":'),
    handMade('[]'),
    handMade('null'),
    handMade('7'),
    handMade({ ...shared, files: undefined }),
    handMade({ ...shared, files: { 'main.ts': 7 } }),
    handMade({ ...shared, key: 7 }),
    handMade({ ...shared, entry: 'other.ts' }),
    handMade({ ...shared, entry: 'toString' }),
    handMade({ ...shared, files: { 'main.json': '' }, entry: 'main.json' }),
  ];
  for (const fragment of damaged) {
    await assert.rejects(fromFragment(fragment), /This link is damaged/, fragment);
  }
});

test('fromFragment() does not unpack a bomb', async () => {
  const bomb = `#code=1.${deflateRawSync(Buffer.alloc(20_000_000)).toString('base64url')}`;
  assert.ok(bomb.length < MAX_LINK);
  await assert.rejects(fromFragment(bomb), /unpacks to more than 256 kB/);
});

test('fromFragment() refuses an overlong link before it looks into it', async () => {
  await assert.rejects(fromFragment(`#code=1.${'a'.repeat(MAX_LINK)}`), /at most 32,000/);
});

test('fromFragment() refuses paths that lead elsewhere, and too many files', async () => {
  const names = [
    '../main.ts',
    '/etc/passwd',
    'a/../../b.ts',
    '',
    '.',
    'a\\b.ts',
    '__proto__',
    '__proto__/a.ts',
    'x'.repeat(81),
  ];
  for (const name of names) {
    const text = JSON.stringify({ ...shared, files: { 'main.ts': '' } }).replace(
      '"main.ts":""',
      `"main.ts":"",${JSON.stringify(name)}:""`,
    );
    await assert.rejects(fromFragment(handMade(text)), /which no program may have here/, name);
  }
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`f${i}.ts`, '']));
  await assert.rejects(fromFragment(handMade({ ...shared, files: many })), /25 files/);
  await assert.rejects(fromFragment(handMade({ ...shared, files: {} })), /0 files/);
});
