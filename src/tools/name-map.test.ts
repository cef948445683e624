import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameMap } from '../catalogue/name-map.ts';
import { nameMapFaults } from './name-map.ts';
import { findPythons } from './verify/runtimes.ts';

test('the name map has every public name of every Python here, and no other', async ({
  signal,
}) => {
  for (const python of await findPythons(process.env.INTERLEAVE_PYTHON, signal)) {
    assert.deepEqual(await nameMapFaults(nameMap, python, signal), []);
  }
});

test('nameMapFaults() names what is missing, invented or of another version', async ({
  signal,
}) => {
  const python = (await findPythons(process.env.INTERLEAVE_PYTHON, signal)).at(-1);
  assert.ok(python);
  const [threading] = nameMap;
  assert.ok(threading);
  const names = [
    ...threading.names.filter(({ name }) => name !== 'Lock'),
    { name: 'Fence', qualified: 'threading.Fence', match: 'none', counterparts: [], remark: '' },
  ] as const;
  const faults = await nameMapFaults([{ module: 'threading', names }], python, signal);
  assert.equal(faults.length, 2, faults.join('\n'));
  assert.match(
    faults[0] ?? '',
    /^threading\.Lock is public in CPython .* not in the name map: add it/,
  );
  assert.match(faults[1] ?? '', /^threading\.Fence is in the name map and not public/);
});
