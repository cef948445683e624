import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPythons, selectPythons } from './runtimes.ts';

const found = (command: string, version: string, parts = {}) => ({
  command,
  probe: { implementation: 'CPython', version, gil: true, startMethods: ['fork'], ...parts },
});

test('selectPythons() keeps one of each version from 3.11 on, oldest first', () => {
  const pythons = selectPythons([
    found('python3', '3.13.0'),
    found('a', '3.9.18'),
    found('b', '3.11.7'),
    found('c', '3.13.0'),
    found('d', '3.13.0', { gil: false }),
    found('e', '3.11.1', { implementation: 'PyPy' }),
    found('f', '2.7.18'),
  ]);
  assert.deepEqual(
    pythons.map(({ name, command }) => [name, command]),
    [
      ['CPython 3.11.7', 'b'],
      ['CPython 3.13.0', 'python3'],
      ['CPython 3.13.0 free-threaded', 'd'],
    ],
  );
});

test('findPythons() says how to name a Python when it finds none', async () => {
  await assert.rejects(
    findPythons('no-such-python', AbortSignal.timeout(30_000)),
    /No CPython 3\.11 or later among no-such-python\. Install one, or name it: INTERLEAVE_PYTHON=/,
  );
});
