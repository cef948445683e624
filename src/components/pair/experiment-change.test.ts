import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf } from './experiment-change.ts';

const source = ['for (;;) {', '  lock();', '  add();', '  unlock();', '}', ''].join('\n');

test('changeOf() gives whole lines without the indentation they share', () => {
  const edits = [{ file: 'main.ts', find: 'add', replace: 'subtract' }];
  assert.deepEqual(changeOf({ 'main.ts': source }, edits), [
    { file: 'main.ts', before: ['add();'], after: ['subtract();'] },
  ]);
});

test('changeOf() shows each edit on what the edits before it left', () => {
  const edits = [
    { file: 'main.ts', find: '  lock();\n', replace: '' },
    { file: 'main.ts', find: '  add();\n  unlock();', replace: '  add();' },
  ];
  assert.deepEqual(changeOf({ 'main.ts': source }, edits), [
    { file: 'main.ts', before: ['lock();'], after: [] },
    { file: 'main.ts', before: ['unlock();'], after: [] },
  ]);
});
