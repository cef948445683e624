import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiFaults, apiHref } from './api-links.ts';
import { documentedNodeNames } from './node-docs.ts';

const python = 'https://docs.python.org/3/';
const node = 'https://nodejs.org/docs/latest-v24.x/api/';
const mdn = 'https://developer.mozilla.org/en-US/docs/Web/';

test('a Python name leads to its anchor on the page of its module', () => {
  const addresses = {
    'threading.Lock.acquire': 'library/threading.html#threading.Lock.acquire',
    'concurrent.futures.as_completed':
      'library/concurrent.futures.html#concurrent.futures.as_completed',
    'multiprocessing.shared_memory.SharedMemory':
      'library/multiprocessing.shared_memory.html#multiprocessing.shared_memory.SharedMemory',
    'asyncio.gather': 'library/asyncio-task.html#asyncio.gather',
    'asyncio.Queue.task_done': 'library/asyncio-queue.html#asyncio.Queue.task_done',
    'asyncio.run': 'library/asyncio-runner.html#asyncio.run',
    'asyncio.subprocess.Process': 'library/asyncio-subprocess.html#asyncio.subprocess.Process',
    'time.sleep': 'library/time.html#time.sleep',
    asyncio: 'library/asyncio.html#module-asyncio',
    range: 'library/stdtypes.html#range',
    sum: 'library/functions.html#sum',
    ExceptionGroup: 'library/exceptions.html#ExceptionGroup',
    await: 'reference/expressions.html#await',
    '_thread.start_new_thread': 'library/_thread.html#thread.start_new_thread',
  };
  for (const [name, address] of Object.entries(addresses)) {
    assert.equal(apiHref('python', name), python + address, name);
  }
});

test('a Python name that documentation lists under another leads there', () => {
  const anchors = {
    'multiprocessing.Pool.map': 'multiprocessing.html#multiprocessing.pool.Pool.map',
    'multiprocessing.JoinableQueue.put': 'multiprocessing.html#multiprocessing.Queue.put',
    'multiprocessing.JoinableQueue.join': 'multiprocessing.html#multiprocessing.JoinableQueue.join',
    'multiprocessing.Event.wait': 'threading.html#threading.Event.wait',
    'concurrent.futures.ThreadPoolExecutor.submit':
      'concurrent.futures.html#concurrent.futures.Executor.submit',
    'concurrent.futures.ThreadPoolExecutor':
      'concurrent.futures.html#concurrent.futures.ThreadPoolExecutor',
    'asyncio.FIRST_COMPLETED': 'asyncio-task.html#asyncio.wait',
    'asyncio.AbstractEventLoop.run_in_executor':
      'asyncio-eventloop.html#asyncio.loop.run_in_executor',
  };
  for (const [name, anchor] of Object.entries(anchors)) {
    assert.equal(apiHref('python', name), `${python}library/${anchor}`, name);
  }
});

test('a TypeScript name leads to Node, or to MDN', () => {
  const addresses = {
    'worker_threads.Worker': `${node}worker_threads.html#class-worker`,
    'worker_threads.isMainThread': `${node}worker_threads.html#worker_threadsismainthread`,
    'worker_threads.Worker.postMessage': `${node}worker_threads.html#workerpostmessagevalue-transferlist`,
    'child_process.fork': `${node}child_process.html#child_processforkmodulepath-args-options`,
    'timers/promises.setTimeout': `${node}timers.html#timerspromisessettimeoutdelay-value-options`,
    'async_hooks.AsyncLocalStorage': `${node}async_context.html#class-asynclocalstorage`,
    'process.exitCode': `${node}process.html#processexitcode_1`,
    'Promise.all': `${mdn}JavaScript/Reference/Global_Objects/Promise/all`,
    'Int32Array.set': `${mdn}JavaScript/Reference/Global_Objects/TypedArray/set`,
    SharedArrayBuffer: `${mdn}JavaScript/Reference/Global_Objects/SharedArrayBuffer`,
    'AbortSignal.timeout': `${mdn}API/AbortSignal/timeout_static`,
    AbortController: `${mdn}API/AbortController`,
    'navigator.locks.request': `${mdn}API/LockManager/request`,
    'for await...of': `${mdn}JavaScript/Reference/Statements/for-await...of`,
  };
  for (const [name, address] of Object.entries(addresses)) {
    assert.equal(apiHref('typescript', name), address, name);
  }
});

test('a name without its module has no address, and the sentence says how to write it', () => {
  for (const name of ['Lock.acquire', 'Queue.put', 'asyncio.does_not_exist', 'join', '__proto__']) {
    assert.equal(apiHref('python', name), undefined, name);
  }
  for (const name of ['isMainThread', 'node:os.cpus', 'Worker.a.b', 'constructor', 'Lock']) {
    assert.equal(apiHref('typescript', name), undefined, name);
  }
  const faults = apiFaults('index.mdx', {
    python: ['threading.Lock', 'Lock.acquire'],
    typescript: ['isMainThread', 'Promise.all'],
  });
  assert.equal(faults.length, 2);
  assert.match(faults[0] ?? '', /^index\.mdx, python: .*“Lock\.acquire”. Write it with its module/);
  assert.match(faults[1] ?? '', /^index\.mdx, typescript: .*“isMainThread”/);
});

/** Attributes that only instances have, or only a process with a channel to its parent. */
const ofInstances = new Set([
  ...['connected', 'exitCode', 'killed', 'pid', 'signalCode', 'stderr', 'stdin', 'stdout'].map(
    (name) => `child_process.ChildProcess.${name}`,
  ),
  ...['close', 'on', 'once', 'postMessage', 'unref'].map(
    (name) => `worker_threads.parentPort.${name}`,
  ),
  ...['disconnect', 'send', 'channel'].map((name) => `process.${name}`),
  'worker_threads.BroadcastChannel.onmessage',
  'child_process.ChildProcess.send',
  'child_process.ChildProcess.disconnect',
  'process.connected',
  'cluster.worker',
  'import.meta.url',
  'import.meta.filename',
  'import.meta.dirname',
  'import.meta.main',
]);

test('every name of Node that has an address exists in Node', async () => {
  const absent: string[] = [];
  for (const name of documentedNodeNames()) {
    if (!ofInstances.has(name) && !(await existsInNode(name))) absent.push(name);
  }
  assert.deepEqual(absent, []);
});

/** Looks a name up in its module, in classes among their methods, else among the globals. */
async function existsInNode(name: string): Promise<boolean> {
  const [module = '', ...members] = name.split('.');
  // The default export, because a namespace lacks what `process` inherits.
  const loaded = await import(`node:${module}`).then(
    (namespace: { default: unknown }) => namespace.default,
    () => undefined,
  );
  let value: unknown = loaded ?? Reflect.get(globalThis, module);
  for (const member of members) {
    if (!isObject(value)) return false;
    const holder = member in value ? value : value.prototype;
    if (!isObject(holder) || !(member in holder)) return false;
    // Getters of a prototype may refuse to be read without an instance: being there is enough.
    const getter = Object.getOwnPropertyDescriptor(holder, member)?.get;
    value = holder === value || getter === undefined ? holder[member] : undefined;
  }
  return true;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
