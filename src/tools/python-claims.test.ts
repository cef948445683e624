/**
 * What the pages say of versions of Python, asked of every CPython on the machine: each claim is
 * untrue before its version and true from it on. Where only Pythons of one side are found, the
 * other half of a claim is not checked; the test names what it used.
 */
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { execute } from './verify/execute.ts';
import { findPythons } from './verify/runtimes.ts';

interface Claim {
  says: string;
  /** Minor versions: true from this one on, or true up to this one. */
  since?: number;
  upTo?: number;
  /** Lines that end with an assignment to `holds`. */
  probe: string;
  /** Where the claim is about one system. */
  platform?: NodeJS.Platform;
}

const signatureHas = (module: string, name: string, parameter: string) => `
import inspect, ${module}
holds = '${parameter}' in inspect.signature(${module}.${name}).parameters`;

const moduleHas = (module: string, ...path: string[]) => `
import importlib.util
try:
    thing = __import__('${module}', fromlist=['x'])
    for part in ${JSON.stringify(path)}:
        thing = getattr(thing, part)
    holds = True
except (ImportError, AttributeError):
    holds = False`;

const claims: readonly Claim[] = [
  {
    says: 'Linux starts processes by fork up to 3.13',
    upTo: 13,
    platform: 'linux',
    probe: 'import multiprocessing as mp\nholds = mp.get_start_method() == "fork"',
  },
  {
    says: 'Linux starts processes by forkserver',
    since: 14,
    platform: 'linux',
    probe: 'import multiprocessing as mp\nholds = mp.get_start_method() == "forkserver"',
  },
  {
    says: 'The change of default also holds for ProcessPoolExecutor',
    since: 14,
    platform: 'linux',
    probe: `
from concurrent.futures import ProcessPoolExecutor
with ProcessPoolExecutor(1) as pool:
    holds = pool._mp_context.get_start_method() == "forkserver"`,
  },
  {
    says: 'fork in a process with several threads warns',
    since: 12,
    platform: 'linux',
    probe: `
import os, threading, time, warnings
threading.Thread(target=time.sleep, args=(0.2,)).start()
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    if os.fork() == 0:
        os._exit(0)
    os.wait()
holds = any(w.category is DeprecationWarning for w in seen)`,
  },
  {
    says: 'Executor.map takes buffersize',
    since: 14,
    probe: signatureHas('concurrent.futures', 'Executor.map', 'buffersize'),
  },
  {
    says: 'ProcessPoolExecutor has terminate_workers()',
    since: 14,
    probe: moduleHas('concurrent.futures', 'ProcessPoolExecutor', 'terminate_workers'),
  },
  {
    says: 'ProcessPoolExecutor has kill_workers()',
    since: 14,
    probe: moduleHas('concurrent.futures', 'ProcessPoolExecutor', 'kill_workers'),
  },
  {
    says: 'InterpreterPoolExecutor runs in other interpreters',
    since: 14,
    probe: `
import concurrent.futures as futures
holds = hasattr(futures, "InterpreterPoolExecutor")
if holds:
    with futures.InterpreterPoolExecutor(1) as pool:
        assert list(pool.map(pow, [2, 3], [2, 2])) == [4, 9]`,
  },
  {
    says: 'python -m asyncio lists the tasks of another process, as ps and as pstree',
    since: 14,
    probe: `
import subprocess, sys
help = subprocess.run([sys.executable, "-m", "asyncio", "--help"], capture_output=True, text=True, stdin=subprocess.DEVNULL)
holds = "pstree" in help.stdout and "ps" in help.stdout.split()`,
  },
  {
    says: 'asyncio.eager_task_factory begins a task at once',
    since: 12,
    probe: `
import asyncio
async def main():
    if not hasattr(asyncio, "eager_task_factory"):
        return False
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    seen = []
    async def task(): seen.append("begun")
    asyncio.create_task(task())
    return seen == ["begun"]
holds = asyncio.run(main())`,
  },
  {
    says: 'create_task takes eager_start',
    since: 14,
    probe: `
import asyncio
async def main():
    seen = []
    async def task(): seen.append("begun")
    coroutine = task()
    try:
        asyncio.create_task(coroutine, eager_start=True)
    except TypeError:
        coroutine.close()
    return seen == ["begun"]
holds = asyncio.run(main())`,
  },
  {
    says: 'A TimeoutError is no ConnectionError, and asyncio.timeout raises it',
    since: 11,
    probe: `
import asyncio
async def main():
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(60)
    except TimeoutError as error:
        return not isinstance(error, ConnectionError)
holds = asyncio.run(main())`,
  },
  {
    says: 'InterpreterPoolExecutor is a pool of threads',
    since: 14,
    probe: `
import concurrent.futures as futures
pool = getattr(futures, "InterpreterPoolExecutor", None)
holds = pool is not None and issubclass(pool, futures.ThreadPoolExecutor)`,
  },
  {
    says: 'concurrent.interpreters can be imported',
    since: 14,
    probe: moduleHas('concurrent.interpreters'),
  },
  {
    says: 'The token of ContextVar.set is a context manager',
    since: 14,
    probe: `
import contextvars
name = contextvars.ContextVar("name", default="none")
try:
    with name.set("inner"):
        assert name.get() == "inner"
    holds = name.get() == "none"
except TypeError:
    holds = False`,
  },
  {
    says: 'asyncio.get_event_loop() raises RuntimeError where there is no loop',
    since: 14,
    probe: `
import asyncio, warnings
warnings.simplefilter("ignore")
try:
    asyncio.get_event_loop()
    holds = False
except RuntimeError:
    holds = True`,
  },
  {
    says: 'A build with a GIL starts a thread with an empty context, unless -X thread_inherit_context',
    since: 14,
    probe: `
import subprocess, sys
program = '''
import contextvars, threading
name = contextvars.ContextVar("name", default="none")
name.set("mine")
thread = threading.Thread(target=lambda: print(name.get()))
thread.start()
thread.join()
'''
def seen(*options):
    return subprocess.run([sys.executable, *options, "-c", program], capture_output=True, text=True).stdout
holds = (seen(), seen("-X", "thread_inherit_context=1")) == ("none\\n", "mine\\n")`,
  },
  {
    says: 'queue.Queue has shutdown()',
    since: 13,
    probe: moduleHas('queue', 'Queue', 'shutdown'),
  },
  {
    says: 'asyncio.Queue has shutdown()',
    since: 13,
    probe: moduleHas('asyncio', 'Queue', 'shutdown'),
  },
  {
    says: 'asyncio.as_completed() is an asynchronous iterator that yields the tasks themselves',
    since: 13,
    probe: `
import asyncio
async def main():
    task = asyncio.ensure_future(asyncio.sleep(0))
    try:
        return [each async for each in asyncio.as_completed([task])] == [task]
    except TypeError:
        await task
        return False
holds = asyncio.run(main())`,
  },
  {
    says: 'SharedMemory takes track',
    since: 13,
    probe: signatureHas('multiprocessing.shared_memory', 'SharedMemory', 'track'),
  },
  {
    says: 'The threads of an executor are counted by os.process_cpu_count()',
    since: 13,
    probe: `
import os
from concurrent.futures import ThreadPoolExecutor
os.process_cpu_count = lambda: 3
os.cpu_count = lambda: 5
holds = ThreadPoolExecutor()._max_workers == 7`,
  },
  {
    says: 'sys._is_gil_enabled() is there',
    since: 13,
    probe: moduleHas('sys', '_is_gil_enabled'),
  },
  {
    says: 'Pickling a local function raises AttributeError up to 3.13',
    upTo: 13,
    probe: `
import pickle
def outer():
    def inner(): pass
    return inner
try:
    pickle.dumps(outer())
    holds = False
except AttributeError:
    holds = True
except pickle.PicklingError:
    holds = False`,
  },
  {
    says: 'asyncio.TaskGroup, timeout and Runner are there',
    since: 11,
    probe: `import asyncio
holds = all(hasattr(asyncio, name) for name in ("TaskGroup", "timeout", "Runner"))`,
  },
  {
    says: 'asyncio.TimeoutError is the built-in TimeoutError',
    since: 11,
    probe: 'import asyncio\nholds = asyncio.TimeoutError is TimeoutError',
  },
  {
    says: 'create_task takes a context',
    since: 11,
    probe: `
import asyncio, contextvars
name = contextvars.ContextVar("name", default="none")
async def look(): return name.get()
async def main():
    given = contextvars.copy_context()
    given.run(name.set, "given")
    return await asyncio.create_task(look(), context=given)
holds = asyncio.run(main()) == "given"`,
  },
];

test('what the pages say of versions is so in every Python here', async (context) => {
  const signal = AbortSignal.timeout(300_000);
  const pythons = await findPythons(process.env.INTERLEAVE_PYTHON, signal);
  context.diagnostic(pythons.map(({ name }) => name).join(', '));
  const asked = claims.filter(
    ({ platform }) => platform === undefined || platform === process.platform,
  );
  const faults: string[] = [];
  for (const { command, name, minor = 0 } of pythons) {
    for (const { says, since = 0, upTo = Number.POSITIVE_INFINITY, probe } of asked) {
      const program = `${probe}\nprint("so" if holds else "not so")`;
      const run = await execute(command, ['-c', program], { cwd: tmpdir(), signal });
      const expected = minor >= since && minor <= upTo ? 'so' : 'not so';
      const answer = run.stdout.trim() || run.stderr.trim();
      if (answer !== expected) faults.push(`${name}, “${says}”: ${answer}, expected: ${expected}`);
    }
  }
  assert.deepEqual(faults, []);
});
