import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { apiHref } from '../catalogue/api-links.ts';
import { isPythonSyntax } from '../catalogue/python-docs.ts';
import { absentIn } from './python-names.ts';
import { root } from './run.ts';
import { loadPatterns } from './verify/pattern.ts';
import { findPythons, type Runtime } from './verify/runtimes.ts';

/** The newest, because patterns may use what an older Python does not have. */
async function newestPython(signal: AbortSignal): Promise<Runtime> {
  const python = (await findPythons(process.env.INTERLEAVE_PYTHON, signal)).at(-1);
  assert.ok(python, 'there is a Python');
  return python;
}

test('absentIn() finds classes, methods, what factories make and attributes of instances', async ({
  signal,
}) => {
  const real = [
    'threading.Lock.acquire',
    'multiprocessing.Queue.put',
    'multiprocessing.Pool.map',
    'asyncio.loop.run_in_executor',
    'subprocess.CompletedProcess.stdout',
    'concurrent.futures.Future.result',
    'ExceptionGroup',
  ];
  const invented = ['threading.Lock.aquire', 'asyncio.join', 'queue.Queue.stdout', 'Promise'];
  assert.deepEqual(
    await absentIn(await newestPython(signal), [...real, ...invented], signal),
    invented,
  );
});

test('every Python name that a pattern lists exists in the newest Python here', async ({
  signal,
}) => {
  const python = await newestPython(signal);
  const users = new Map<string, string>();
  for (const { pattern } of await loadPatterns(join(root, 'content/patterns'))) {
    if (pattern === undefined || (pattern.sinceMinor ?? 0) > (python.minor ?? 0)) continue;
    for (const name of pattern.names.python) users.set(name, pattern.id);
  }
  // A name without an address is reported by verify, with what to write instead.
  const names = [...users.keys()].filter(
    (name) => !isPythonSyntax(name) && apiHref('python', name),
  );
  const absent = await absentIn(python, names, signal);
  assert.deepEqual(
    absent.map((name) => `${users.get(name)}: ${name}`),
    [],
  );
});
