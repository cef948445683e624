import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PatternFiles } from './pattern-files.ts';

const files = new PatternFiles({
  '/content/patterns/threads/lock/main.py': 'python',
  '/content/patterns/threads/lock/main.ts': 'port',
  '/content/patterns/threads/lock/given.ts': 'mistake',
  '/content/patterns/threads/lock/mutex.ts': 'shared',
  '/content/patterns/threads/lock-free/main.ts': 'other',
});

test('a missing file is named with its fix', () => {
  assert.throws(() => files.read('threads/lock', 'main.py.out'), {
    message:
      'content/patterns/threads/lock/main.py.out is missing. ' +
      'Record it with `npm run verify -- --record`.',
  });
  assert.throws(() => files.read('threads/lock-free', 'main.py'), /Add the Python sample/);
});

test('a variant is its entry, then the modules that the programs share', () => {
  assert.deepEqual(files.typescript('threads/lock', 'main'), [
    { name: 'main.ts', text: 'port' },
    { name: 'mutex.ts', text: 'shared' },
  ]);
  assert.deepEqual(
    files.typescript('threads/lock', 'given').map(({ name }) => name),
    ['given.ts', 'mutex.ts'],
  );
});

test('patterns are found by a file that they have', () => {
  assert.deepEqual(files.having('given.ts'), ['threads/lock']);
  assert.deepEqual(files.having('main.ts'), ['threads/lock', 'threads/lock-free']);
});
