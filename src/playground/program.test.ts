import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { fetchProgram, programTree } from './program.ts';

const program = {
  entry: 'main.ts',
  files: {
    'main.ts': { source: 'a', compiled: '{"a":1}' },
    'lock.ts': { source: 'b', compiled: '{"b":1}' },
  },
};

test('unedited files are mounted with their compiled form, edited ones without', () => {
  assert.deepEqual(programTree(program, { 'main.ts': 'a2' }), {
    'main.ts': { file: { contents: 'a2' } },
    'lock.ts': { file: { contents: 'b', attributes: { 'node.compiled': '{"b":1}' } } },
  });
});

test('an edit that is the original again is mounted as the original', () => {
  const tree = programTree(program, { 'main.ts': 'a' });
  assert.deepEqual(tree['main.ts'], {
    file: { contents: 'a', attributes: { 'node.compiled': '{"a":1}' } },
  });
});

function answer({ mock }: TestContext, body: string, status = 200): void {
  mock.method(globalThis, 'fetch', async () => new Response(body, { status }));
}

test('fetchProgram() returns what the site published', async (t) => {
  answer(t, JSON.stringify(program));
  assert.deepEqual(await fetchProgram('/p.json', new AbortController().signal), program);
});

test('fetchProgram() names the address and the status of a failed request', async (t) => {
  answer(t, 'no', 404);
  await assert.rejects(
    fetchProgram('/p.json', new AbortController().signal),
    /Loading \/p\.json failed: the server answered 404/,
  );
});

test('fetchProgram() refuses what is not a program', async (t) => {
  for (const value of [null, [], { entry: 'main.ts', files: {} }, { ...program, entry: 'x.ts' }]) {
    t.mock.restoreAll();
    answer(t, JSON.stringify(value));
    await assert.rejects(fetchProgram('/p.json', new AbortController().signal), /not a program/);
  }
});
