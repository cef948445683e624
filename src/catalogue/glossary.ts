/** The words of the field, each in one or two sentences, and the page that shows it. */

export interface Term {
  readonly term: string;
  readonly means: string;
  /** Path of the page that says more. */
  readonly see: string;
}

export const glossary: readonly Term[] = [
  {
    term: 'Atomic',
    means: 'Done in one step that no other thread can come between.',
    see: '/patterns/threads/lock/',
  },
  {
    term: 'Back-pressure',
    means:
      'A consumer that is slow makes its producer wait, so that nothing piles up between them.',
    see: '/patterns/threads/bounded-queue/',
  },
  {
    term: 'Barrier',
    means: 'A point that no thread passes before all have reached it.',
    see: '/patterns/threads/barrier/',
  },
  {
    term: 'Blocking call',
    means:
      'A call that returns only when its work is done and lets its thread do nothing meanwhile.',
    see: '/patterns/asyncio/to-thread/',
  },
  {
    term: 'Busy waiting',
    means:
      'Asking again and again whether something has happened, instead of sleeping until it has.',
    see: '/patterns/threads/event/',
  },
  {
    term: 'Cancellation',
    means:
      'Asking work that runs to stop. In asyncio it comes as CancelledError at an await; in JavaScript as an aborted signal.',
    see: '/patterns/asyncio/cancellation/',
  },
  {
    term: 'Check-then-act',
    means:
      'Testing a value and then relying on the test, although another thread may change the value in between.',
    see: '/patterns/threads/check-then-act/',
  },
  {
    term: 'Concurrency',
    means:
      'Several things are under way at a time. Whether they run at the same instant is another question.',
    see: '/guide/concurrency-and-parallelism/',
  },
  {
    term: 'Contention',
    means: 'Several threads want the same lock, so that all but one wait.',
    see: '/patterns/threads/lock/',
  },
  {
    term: 'Context variable',
    means: 'A variable whose value follows a flow of calls over every await.',
    see: '/patterns/asyncio/contextvars/',
  },
  {
    term: 'Coroutine',
    means: 'A function that can pause at an await and go on later, and lets others run meanwhile.',
    see: '/guide/asyncio-key-concepts/',
  },
  {
    term: 'CPU-bound',
    means: 'Said of work whose time goes into computing.',
    see: '/guide/choosing/',
  },
  {
    term: 'Critical section',
    means: 'The lines that only one thread may be in at a time.',
    see: '/patterns/threads/lock/',
  },
  {
    term: 'Daemon thread',
    means: 'A thread that does not keep the process alive.',
    see: '/patterns/threads/daemon/',
  },
  {
    term: 'Deadlock',
    means: 'Each of several threads waits for what another holds, so that none goes on, for ever.',
    see: '/patterns/threads/deadlock/',
  },
  {
    term: 'Event loop',
    means: 'What takes one ready callback after the other and runs it to its end, in one thread.',
    see: '/patterns/asyncio/blocking-the-loop/',
  },
  {
    term: 'Executor',
    means: 'A pool of threads or processes that takes functions and hands back futures.',
    see: '/patterns/executors/submit/',
  },
  {
    term: 'Fork',
    means:
      'Making a process as a copy of the present one. With threads about, the copy may hold a lock for ever.',
    see: '/guide/process-creation/',
  },
  {
    term: 'Free-threaded build',
    means:
      'A CPython without the GIL, in which threads compute in parallel. Supported since 3.14, optional.',
    see: '/guide/gil/',
  },
  {
    term: 'Future',
    means: 'A place for a result that is not there yet. A promise is the same in JavaScript.',
    see: '/patterns/executors/submit/',
  },
  {
    term: 'GIL',
    means:
      'The global interpreter lock of CPython: only the thread that holds it runs Python code.',
    see: '/guide/gil/',
  },
  {
    term: 'Invariant',
    means: 'What is true in every run, whatever the order of the threads.',
    see: '/patterns/',
  },
  {
    term: 'I/O-bound',
    means: 'Said of work whose time goes into waiting for a network, a disk or another program.',
    see: '/guide/choosing/',
  },
  {
    term: 'Lost update',
    means: 'Two threads read a value, both add to it, both write: one addition is gone.',
    see: '/patterns/threads/lost-update/',
  },
  {
    term: 'Mutex',
    means: 'Another word for a lock that one thread at a time can hold.',
    see: '/patterns/threads/lock/',
  },
  {
    term: 'Parallelism',
    means: 'Several things run at the same instant, on several cores.',
    see: '/guide/concurrency-and-parallelism/',
  },
  {
    term: 'Pickling',
    means:
      'Turning a Python object into bytes, so that another process can have a copy. Not everything can be pickled.',
    see: '/patterns/processes/pickling/',
  },
  {
    term: 'Poison pill',
    means: 'An item in a queue that tells its consumer to stop.',
    see: '/patterns/threads/poison-pill/',
  },
  {
    term: 'Process',
    means: 'A program that runs, with memory of its own.',
    see: '/guide/multiprocessing/',
  },
  {
    term: 'Race condition',
    means: 'The result depends on which thread comes first.',
    see: '/patterns/threads/check-then-act/',
  },
  {
    term: 'Re-entrant lock',
    means: 'A lock that the thread which holds it can take again.',
    see: '/patterns/threads/rlock/',
  },
  {
    term: 'Semaphore',
    means: 'A counter that admits so many at a time and lets the others wait.',
    see: '/patterns/asyncio/semaphore/',
  },
  {
    term: 'Spawn',
    means: 'Starting a process with a fresh interpreter that imports the main module again.',
    see: '/guide/process-creation/',
  },
  {
    term: 'Starvation',
    means: 'A thread is ready and never gets its turn.',
    see: '/patterns/threads/dining-philosophers/',
  },
  {
    term: 'Structured concurrency',
    means: 'Tasks live inside a block, which ends only when all of them have.',
    see: '/patterns/asyncio/task-group/',
  },
  {
    term: 'Task',
    means: 'A coroutine that the event loop runs beside others.',
    see: '/patterns/asyncio/tasks/',
  },
  {
    term: 'Thread',
    means: 'One sequence of steps in a process, which shares the memory of all others there.',
    see: '/guide/threading/',
  },
  {
    term: 'Worker',
    means: 'A thread of JavaScript, with an event loop and memory of its own.',
    see: '/patterns/threads/basic-thread/',
  },
];

export function termId(term: string): string {
  return term.toLowerCase().replace(/[^a-z]+/g, '-');
}
