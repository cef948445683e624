/**
 * Asks a CPython whether qualified names exist in it, by importing and looking, because a list of
 * names that nobody asks Python about drifts away from it.
 */
import { homedir } from 'node:os';
import { execute } from './verify/execute.ts';
import type { Runtime } from './verify/runtimes.ts';

/**
 * What documentation calls a class is often a factory, whose result is another class; and some
 * attributes only instances have. `_thread.lock` and the event loop have other names, too.
 */
const SCRIPT = `
import builtins, importlib, json, sys

MADE = {
    "multiprocessing.Pool": ("multiprocessing.pool", "Pool"),
    "multiprocessing.Queue": ("multiprocessing.queues", "Queue"),
    "multiprocessing.SimpleQueue": ("multiprocessing.queues", "SimpleQueue"),
    "multiprocessing.JoinableQueue": ("multiprocessing.queues", "JoinableQueue"),
    "multiprocessing.Manager": ("multiprocessing.managers", "SyncManager"),
    "multiprocessing.Value": ("multiprocessing.sharedctypes", "Synchronized"),
    "multiprocessing.Array": ("multiprocessing.sharedctypes", "SynchronizedArray"),
    "asyncio.loop": ("asyncio", "AbstractEventLoop"),
}
for kind in ("Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier"):
    MADE["multiprocessing." + kind] = ("multiprocessing.synchronize", kind)
INSTANCES = {
    "threading.Lock": "__import__('threading').Lock()",
    "threading.RLock": "__import__('threading').RLock()",
    "subprocess.CompletedProcess": "__import__('subprocess').CompletedProcess([], 0, '', '')",
    "subprocess.CalledProcessError": "__import__('subprocess').CalledProcessError(1, [])",
    "subprocess.TimeoutExpired": "__import__('subprocess').TimeoutExpired([], 1)",
    "subprocess.Popen": "(lambda p: (p.wait(), p)[1])(__import__('subprocess').Popen([__import__('sys').executable, '-c', '']))",
    "threading.Barrier": "__import__('threading').Barrier(1)",
    "threading.Timer": "__import__('threading').Timer(1, print)",
    "queue.Queue": "__import__('queue').Queue()",
}

def module_and_rest(name):
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            return importlib.import_module(".".join(parts[:length])), parts[length:], ".".join(parts[:length])
        except ImportError:
            pass
    return builtins, parts, ""

def exists(name):
    value, rest, at = module_and_rest(name)
    for part in rest:
        at = at + "." + part if at else part
        if at in MADE:
            module, attribute = MADE[at]
            value = getattr(importlib.import_module(module), attribute)
            continue
        owner = at.rpartition(".")[0]
        if not hasattr(value, part):
            if owner not in INSTANCES:
                return False
            value = eval(INSTANCES[owner])
            if not hasattr(value, part):
                return False
        value = getattr(value, part)
    return True

print(json.dumps([name for name in json.load(sys.stdin) if not exists(name)]))
`;

/** @returns those of the names that this Python does not have */
export async function absentIn(
  python: Runtime,
  names: readonly string[],
  signal: AbortSignal,
): Promise<string[]> {
  return JSON.parse(await askPython(python, SCRIPT, JSON.stringify(names), signal)) as string[];
}

/**
 * Runs a script under a Python, with text as its standard input.
 * @returns what it printed
 * @throws {Error} with its errors when it does not end with 0
 */
export async function askPython(
  python: Runtime,
  script: string,
  input: string,
  signal: AbortSignal,
): Promise<string> {
  const feed = `import io, sys\nsys.stdin = io.StringIO(${JSON.stringify(input)})\n${script}`;
  const { stdout, stderr, exitCode } = await execute(python.command, ['-c', feed], {
    cwd: homedir(),
    signal,
  });
  if (exitCode === 0) return stdout;
  throw new Error(`${python.name} could not be asked for names (exit code ${exitCode}): ${stderr}`);
}
