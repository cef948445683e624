/**
 * Where docs.python.org documents a qualified name. Nearly always the anchor is the name itself on
 * the page of its module; what differs stands in the tables here. `src/tools/python-names.test.ts`
 * holds the names in use to the real modules.
 */

const library = 'https://docs.python.org/3/library/';
const reference = 'https://docs.python.org/3/reference/';

/** Modules whose page is called after them. */
const modulePages = new Set(
  'threading queue multiprocessing multiprocessing.shared_memory concurrent.futures contextvars subprocess sched _thread time os sys random signal functools contextlib collections collections.abc itertools pickle copy logging typing dataclasses heapq ctypes array struct atexit faulthandler weakref enum math hashlib json socket selectors tempfile shutil traceback warnings types operator statistics string io pathlib platform concurrent.interpreters gc inspect tracemalloc __main__ pprint textwrap shlex ssl urllib.request http.client'.split(
    ' ',
  ),
);

/** Modules without a page of their own, and where they are documented. */
const sharedPages: Record<string, string> = {
  'multiprocessing.connection': 'multiprocessing',
  'multiprocessing.dummy': 'multiprocessing',
  'multiprocessing.managers': 'multiprocessing',
  'multiprocessing.managers.SharedMemoryManager': 'multiprocessing.shared_memory',
  'multiprocessing.pool': 'multiprocessing',
  'multiprocessing.sharedctypes': 'multiprocessing',
  'concurrent.futures.process': 'concurrent.futures',
  'concurrent.futures.thread': 'concurrent.futures',
  'concurrent.futures.interpreter': 'concurrent.futures',
  'asyncio.subprocess': 'asyncio-subprocess',
  'os.path': 'os.path',
};

/** The pages of asyncio and the top-level names on each. */
const asyncioPages: Record<string, string> = {
  'asyncio-runner': 'Runner run',
  'asyncio-task':
    'ALL_COMPLETED FIRST_COMPLETED FIRST_EXCEPTION Task TaskGroup Timeout all_tasks as_completed create_eager_task_factory create_task current_task eager_task_factory gather iscoroutine run_coroutine_threadsafe shield sleep timeout timeout_at to_thread wait wait_for',
  'asyncio-sync': 'Barrier BoundedSemaphore BrokenBarrierError Condition Event Lock Semaphore',
  'asyncio-queue': 'LifoQueue PriorityQueue Queue QueueEmpty QueueFull QueueShutDown',
  'asyncio-stream':
    'StreamReader StreamWriter open_connection open_unix_connection start_server start_unix_server',
  'asyncio-subprocess': 'create_subprocess_exec create_subprocess_shell subprocess',
  'asyncio-exceptions':
    'CancelledError IncompleteReadError InvalidStateError LimitOverrunError SendfileNotAvailableError TimeoutError',
  'asyncio-eventloop':
    'AbstractEventLoop AbstractServer EventLoop Handle ProactorEventLoop SelectorEventLoop Server TimerHandle get_event_loop get_running_loop loop new_event_loop set_event_loop',
  'asyncio-future': 'Future ensure_future isfuture wrap_future',
  'asyncio-protocol':
    'BaseProtocol BaseTransport BufferedProtocol DatagramProtocol DatagramTransport Protocol ReadTransport SubprocessProtocol SubprocessTransport Transport WriteTransport',
  'asyncio-policy':
    'AbstractChildWatcher AbstractEventLoopPolicy DefaultEventLoopPolicy FastChildWatcher MultiLoopChildWatcher PidfdChildWatcher SafeChildWatcher ThreadedChildWatcher WindowsProactorEventLoopPolicy WindowsSelectorEventLoopPolicy get_child_watcher get_event_loop_policy set_child_watcher set_event_loop_policy',
  'asyncio-graph':
    'FrameCallGraphEntry FutureCallGraph capture_call_graph format_call_graph future_add_to_awaited_by future_discard_from_awaited_by print_call_graph',
};

const pageOfAsyncio = new Map(
  Object.entries(asyncioPages).flatMap(([page, names]) =>
    names.split(' ').map((name) => [name, page] as const),
  ),
);

/**
 * Names that documentation lists under another: a longer prefix stands before a shorter one. A
 * prefix that ends with a dot is for what comes after it only.
 */
const documentedAs: readonly (readonly [prefix: string, other: string])[] = [
  ...['ThreadPoolExecutor', 'ProcessPoolExecutor', 'InterpreterPoolExecutor'].flatMap((name) =>
    ['submit', 'map', 'shutdown'].map(
      (method) =>
        [`concurrent.futures.${name}.${method}`, `concurrent.futures.Executor.${method}`] as const,
    ),
  ),
  ['multiprocessing.Pool', 'multiprocessing.pool.Pool'],
  ['multiprocessing.JoinableQueue.task_done', 'multiprocessing.JoinableQueue.task_done'],
  ['multiprocessing.JoinableQueue.join', 'multiprocessing.JoinableQueue.join'],
  ['multiprocessing.JoinableQueue.', 'multiprocessing.Queue.'],
  ...['Event', 'Condition', 'Barrier', 'Semaphore', 'BoundedSemaphore'].map(
    (name) => [`multiprocessing.${name}.`, `threading.${name}.`] as const,
  ),
  ['queue.LifoQueue.', 'queue.Queue.'],
  ['queue.PriorityQueue.', 'queue.Queue.'],
  ['asyncio.LifoQueue.', 'asyncio.Queue.'],
  ['asyncio.PriorityQueue.', 'asyncio.Queue.'],
  ['asyncio.BoundedSemaphore.', 'asyncio.Semaphore.'],
  ['asyncio.AbstractEventLoop.', 'asyncio.loop.'],
  ['threading.BoundedSemaphore.', 'threading.Semaphore.'],
];

/** Attributes that documentation describes with their class, without an anchor of their own. */
const withoutAnchor: Record<string, string> = {
  'multiprocessing.Value.value': 'multiprocessing.Value',
  'multiprocessing.Value.get_lock': 'multiprocessing.Value',
  'multiprocessing.Array.get_lock': 'multiprocessing.Array',
  'asyncio.FIRST_COMPLETED': 'asyncio.wait',
  'asyncio.FIRST_EXCEPTION': 'asyncio.wait',
  'asyncio.ALL_COMPLETED': 'asyncio.wait',
  'concurrent.futures.FIRST_COMPLETED': 'concurrent.futures.wait',
  'concurrent.futures.FIRST_EXCEPTION': 'concurrent.futures.wait',
  'concurrent.futures.ALL_COMPLETED': 'concurrent.futures.wait',
};

const typePage = new Set(
  'list tuple range str bytes bytearray memoryview set frozenset dict'.split(' '),
);

/** Statements and expressions of the language. */
const syntax: Record<string, string> = {
  await: 'expressions.html#await',
  'async def': 'compound_stmts.html#async-def',
  'async for': 'compound_stmts.html#async-for',
  'async with': 'compound_stmts.html#async-with',
  with: 'compound_stmts.html#with',
  'try … finally': 'compound_stmts.html#finally-clause',
  'except*': 'compound_stmts.html#except-star',
  yield: 'expressions.html#yield-expressions',
};

const builtin = /^[A-Za-z_]\w*$/;
const exception = /(?:Error|Exception|Group|Warning|Interrupt|Exit|StopIteration)$/;

/** Whether a name is a statement or an expression of the language, which no module has. */
export function isPythonSyntax(name: string): boolean {
  return Object.hasOwn(syntax, name) || name === '__name__';
}

/** @returns the address of the documentation, or undefined for a name that is not qualified so */
export function pythonHref(name: string): string | undefined {
  if (Object.hasOwn(syntax, name)) return reference + syntax[name];
  if (name === '__name__' || name === '__main__') return `${library}__main__.html`;
  if (!/^[\w.]+$/.test(name)) return undefined;
  const anchor = anchorOf(name);
  const page = pageOf(anchor);
  if (page !== undefined) {
    const whole =
      /^[a-z_.]+$/.test(name) &&
      (modulePages.has(name) || Object.hasOwn(sharedPages, name) || name === 'asyncio');
    return `${library}${page}.html#${whole ? `module-${name}` : anchor}`;
  }
  return isBuiltin(name) ? `${library}${builtinPage(name)}.html#${name}` : undefined;
}

/** @returns the name that the documentation's anchor carries */
function anchorOf(name: string): string {
  if (Object.hasOwn(withoutAnchor, name)) return withoutAnchor[name] ?? name;
  for (const [prefix, other] of documentedAs) {
    const matches = prefix.endsWith('.') ? name.startsWith(prefix) : isWithin(name, prefix);
    if (matches) return other + name.slice(prefix.length);
  }
  // `_thread` is the one module whose anchors follow another rule: the underscore is dropped.
  return name.startsWith('_thread.') ? name.slice(1) : name;
}

function isWithin(name: string, prefix: string): boolean {
  return name === prefix || name.startsWith(`${prefix}.`);
}

function pageOf(anchor: string): string | undefined {
  if (anchor.startsWith('thread.')) return '_thread';
  const parts = anchor.split('.');
  if (parts[0] === 'asyncio') {
    return parts[1] === undefined ? 'asyncio' : pageOfAsyncio.get(parts[1]);
  }
  for (let length = parts.length; length > 0; length--) {
    const prefix = parts.slice(0, length).join('.');
    if (Object.hasOwn(sharedPages, prefix)) return sharedPages[prefix];
    if (modulePages.has(prefix)) return prefix;
  }
  return undefined;
}

/** Without a module a name has to be one of the language, known by being none of ours to qualify. */
function isBuiltin(name: string): boolean {
  return builtin.test(name) && (builtins.has(name) || exception.test(name));
}

const builtins = new Set(
  'abs all any bool bytearray bytes callable dict divmod enumerate eval exec filter float frozenset getattr hash id input int isinstance iter len list map max memoryview min next aiter anext object open pow print range repr reversed round set setattr slice sorted str sum super tuple type vars zip'.split(
    ' ',
  ),
);

function builtinPage(name: string): string {
  if (exception.test(name)) return 'exceptions';
  return typePage.has(name) ? 'stdtypes' : 'functions';
}
