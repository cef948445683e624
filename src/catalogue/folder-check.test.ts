import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { checkPatternFolders } from './folder-check.ts';

const whole = {
  'index.mdx': '',
  'main.py': '',
  'main.ts': '',
  'main.py.out': '',
  'main.ts.out': '',
  'outputs.json': '{}',
};

/** Lays folders of files out under a temporary `content/patterns` that goes with the test. */
function layOut(t: TestContext, folders: Record<string, Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'patterns-'));
  t.after(() => rmSync(root, { recursive: true }));
  for (const [folder, files] of Object.entries(folders)) {
    mkdirSync(join(root, folder), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, folder, name), text);
  }
  return root;
}

test('whole folders pass, with leftovers of tools beside them', (t) => {
  const root = layOut(t, { 'threads/lock': whole, 'threads/__pycache__': {}, '.cache/x': {} });
  assert.deepEqual(checkPatternFolders(root), []);
});

test('every missing file is named with its fix, index.mdx too', (t) => {
  const { 'index.mdx': _page, 'main.ts.out': _output, ...rest } = whole;
  assert.deepEqual(checkPatternFolders(layOut(t, { 'asyncio/tasks': rest })), [
    'content/patterns/asyncio/tasks/index.mdx is missing; write the front matter and the explanation.',
    'content/patterns/asyncio/tasks/main.ts.out is missing; record it with npm run verify -- --record.',
  ]);
});

test('a sample as given needs the record of its runs', (t) => {
  assert.deepEqual(
    checkPatternFolders(layOut(t, { 'threads/lock': { ...whole, 'given.py': '' } })),
    [
      'content/patterns/threads/lock/given.py.runs.json is missing; record it with npm run verify -- --record.',
    ],
  );
});

test('a recording that is not JSON is named', (t) => {
  const root = layOut(t, { 'threads/lock': { ...whole, 'outputs.json': '{' } });
  const [fault, ...more] = checkPatternFolders(root);
  assert.match(fault ?? '', /threads\/lock\/outputs\.json is not JSON \(.+\); record it again/);
  assert.deepEqual(more, []);
});

test('a folder that is no model is named once, with the models there are', (t) => {
  const [fault, ...more] = checkPatternFolders(layOut(t, { 'fibres/a': {}, 'fibres/b': {} }));
  assert.match(
    fault ?? '',
    /patterns\/fibres is not a model; .* threads, processes, executors, asyncio, subprocesses/,
  );
  assert.deepEqual(more, []);
});
