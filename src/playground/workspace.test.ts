import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workspace } from './workspace.ts';

const create = () =>
  new Workspace({
    files: { 'main.ts': 'a', 'lib/b.js': 'b', 'data.json': '{}' },
    entry: 'main.ts',
  });

test('a renamed file keeps its place and its text, and stays what is started', () => {
  const workspace = create();
  workspace.rename('main.ts', 'start.mts');
  assert.deepEqual(workspace.names, ['start.mts', 'lib/b.js', 'data.json']);
  assert.equal(workspace.text('start.mts'), 'a');
  assert.equal(workspace.entry, 'start.mts');
});

test('another file is started when the one that was is removed or becomes data', () => {
  const removed = create();
  removed.remove('main.ts');
  assert.equal(removed.entry, 'lib/b.js');
  const renamed = create();
  renamed.rename('main.ts', 'main.txt');
  assert.equal(renamed.entry, 'lib/b.js');
});

test('the last file that Node can start is neither removed nor made data', () => {
  const workspace = create();
  assert.equal(workspace.removalProblem('main.ts'), undefined);
  workspace.remove('lib/b.js');
  assert.match(workspace.removalProblem('main.ts') ?? '', /only file that Node can start/);
  assert.match(workspace.nameProblem('main.md', 'main.ts') ?? '', /must keep a name/);
});

test('a name is refused that is taken, empty, too long, or no path below the folder', () => {
  const workspace = create();
  for (const name of [
    '',
    'main.ts',
    'lib',
    'data.json/x',
    '../up.ts',
    '/etc/x',
    'a//b',
    'a b',
    './x',
  ]) {
    assert.notEqual(workspace.nameProblem(name), undefined, name);
  }
  assert.notEqual(workspace.nameProblem('x'.repeat(81)), undefined);
  for (const name of [
    'worker.ts',
    'lib/c.ts',
    'a/b/c.json',
    '.env',
    'node_modules/x/index.js',
    '...',
  ]) {
    assert.equal(workspace.nameProblem(name), undefined, name);
  }
});

test('a file may keep its own name', () => {
  assert.equal(create().nameProblem('main.ts', 'main.ts'), undefined);
});
