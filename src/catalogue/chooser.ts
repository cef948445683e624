/**
 * The chooser: a few questions that end in a pattern. One tree, from which the page draws the
 * questions and the table, so that the two cannot disagree.
 */

export interface Question {
  /** Unique; part of an address. */
  readonly id: string;
  readonly asks: string;
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly says: string;
  /** Either the next question, or the end. */
  readonly next: Question | End;
}

export interface End {
  /** `model/slug`. */
  readonly pattern: string;
  /** Why this one, in a sentence. */
  readonly because: string;
}

const end = (pattern: string, because: string): End => ({ pattern, because });

const howMany: Question = {
  id: 'io-how-many',
  asks: 'Are the libraries you call asynchronous, or can you choose them?',
  answers: [
    {
      says: 'Yes, and there are a few operations, all needed',
      next: {
        id: 'io-failure',
        asks: 'One of them fails. What about the others?',
        answers: [
          {
            says: 'Cancel them',
            next: end('asyncio/task-group', 'A task group cancels the rest and waits for them.'),
          },
          {
            says: 'Let them finish, and collect every error',
            next: end('asyncio/gather-exceptions', 'gather hands back errors beside results.'),
          },
          {
            says: 'It does not matter; I want the results in order',
            next: end('asyncio/gather', 'gather keeps the order of its arguments.'),
          },
        ],
      },
    },
    {
      says: 'Yes, and there are hundreds or thousands',
      next: {
        id: 'io-limit',
        asks: 'What sets the limit?',
        answers: [
          {
            says: 'How many may be open at a time',
            next: end('asyncio/semaphore', 'A semaphore admits so many and lets the others wait.'),
          },
          {
            says: 'How many may start in a second',
            next: end('asyncio/rate-limiter', 'A token bucket spreads the starts over time.'),
          },
          {
            says: 'How fast the results can be dealt with',
            next: end('asyncio/queue', 'A bounded queue makes the producer wait.'),
          },
        ],
      },
    },
    {
      says: 'No, they block, and the rest of the program is asyncio',
      next: end('asyncio/to-thread', 'The call waits in a thread, and the event loop goes on.'),
    },
    {
      says: 'No, they block, and nothing else is asyncio',
      next: {
        id: 'io-threads',
        asks: 'What do you need of the results?',
        answers: [
          {
            says: 'All of them, in order',
            next: end('executors/map', 'A pool of threads, and results in the order of the input.'),
          },
          {
            says: 'Each as soon as it is there',
            next: end('executors/as-completed', 'The fastest comes first.'),
          },
          {
            says: 'A stream that several stages work on',
            next: end('threads/pipeline', 'One thread for each stage, and queues between.'),
          },
        ],
      },
    },
  ],
};

const computing: Question = {
  id: 'cpu-python',
  asks: 'Which Python, and how much is to be computed?',
  answers: [
    {
      says: 'Any, and many items that do not depend on each other',
      next: end(
        'executors/process-pool',
        'Each process has a GIL of its own, so they compute in parallel.',
      ),
    },
    {
      says: 'Any, and a few long jobs that send their results',
      next: end('processes/queue', 'A process for each job, and a queue for the results.'),
    },
    {
      says: 'Any, and two sides that talk to each other',
      next: end('processes/pipe', 'A pipe has two ends and is quicker than a queue.'),
    },
    {
      says: 'Any, and all of them work on one large array',
      next: end(
        'processes/shared-memory-block',
        'The processes see the same bytes, and nothing is copied.',
      ),
    },
    {
      says: 'A free-threaded build (3.13 on), and the data is shared',
      next: end('threads/lock', 'Threads compute in parallel there, and so need their locks.'),
    },
    {
      says: 'I do not know yet whether processes would gain anything',
      next: end('processes/cpu-bound', 'Measure it: one process against two, on your machine.'),
    },
    {
      says: 'The work is another program',
      next: end('subprocesses/run', 'Start it, wait for it, read what it prints.'),
    },
  ],
};

const sharing: Question = {
  id: 'shared-what',
  asks: 'What do the threads share?',
  answers: [
    {
      says: 'Work to be handed out',
      next: end(
        'threads/producer-consumer',
        'A queue gives each item to one owner; nothing else is shared.',
      ),
    },
    {
      says: 'A value that each of them changes',
      next: end('threads/lock', 'A lock makes the steps of a change one.'),
    },
    {
      says: 'A value that is tested and then used',
      next: end('threads/check-then-act', 'The test and the use have to be under one lock.'),
    },
    {
      says: 'Two or more things that have a lock each',
      next: end('threads/deadlock', 'Locks taken in one order cannot wait for each other.'),
    },
    {
      says: 'Data that many read and few change',
      next: end(
        'threads/readers-writer',
        'Readers are let in together, and a writer only when it is alone.',
      ),
    },
    {
      says: 'Moments: some wait until others have done something',
      next: {
        id: 'shared-wait',
        asks: 'What do they wait for?',
        answers: [
          {
            says: 'The news that something has happened, once',
            next: end('threads/event', 'An event wakes all who wait for it, and stays set.'),
          },
          {
            says: 'Data in a certain state',
            next: end('threads/condition', 'A condition ties the waiting to the lock of the data.'),
          },
          {
            says: 'Their turn, since only so many may be in at a time',
            next: end('threads/semaphore', 'A semaphore has so many permits and lends them.'),
          },
          {
            says: 'All the others, before the next round begins',
            next: end('threads/barrier', 'A barrier opens when the last one has come.'),
          },
        ],
      },
    },
    {
      says: 'Nothing: each needs a value of its own',
      next: end('threads/thread-local', 'A thread-local variable has one value for each thread.'),
    },
  ],
};

const trouble: Question = {
  id: 'trouble',
  asks: 'What goes wrong?',
  answers: [
    {
      says: 'The program hangs, or does not end',
      next: {
        id: 'trouble-hang',
        asks: 'What do you know of it?',
        answers: [
          {
            says: 'Main is done, and a thread is not',
            next: end('threads/daemon', 'A thread that is not a daemon keeps the process alive.'),
          },
          {
            says: 'Consumers wait at an empty queue',
            next: end('threads/poison-pill', 'Somebody has to tell them that no more will come.'),
          },
          {
            says: 'It waits in join() for a process',
            next: end('processes/join-before-drain', 'Read what the process sends, then join it.'),
          },
          {
            says: 'It uses no CPU, and there are locks',
            next: end('threads/deadlock', 'Each may hold what the other wants.'),
          },
        ],
      },
    },
    {
      says: 'A result is wrong, and not in every run',
      next: end('threads/lost-update', 'Two may have read before either wrote.'),
    },
    {
      says: 'Processes fail as they start, or something cannot be sent to them',
      next: {
        id: 'trouble-process',
        asks: 'What does the error speak of?',
        answers: [
          {
            says: 'Bootstrapping, freeze_support or the main module',
            next: end('processes/start-methods', 'The guard around the main program is missing.'),
          },
          {
            says: 'Pickling, or something that could not be cloned',
            next: end('processes/pickling', 'Plain data can be sent; what is in use cannot.'),
          },
          {
            says: 'A pool that is broken, or not running',
            next: end('executors/process-pool', 'A worker died, or the pool was closed too early.'),
          },
        ],
      },
    },
    {
      says: 'It must stop what it is doing, cleanly',
      next: {
        id: 'trouble-stop',
        asks: 'What is to be stopped?',
        answers: [
          {
            says: 'A thread',
            next: end('threads/stop-event', 'A thread cannot be killed; it can be asked.'),
          },
          {
            says: 'A task of asyncio',
            next: end(
              'asyncio/cancellation',
              'Cancelling raises CancelledError at the next await.',
            ),
          },
          {
            says: 'A call that takes too long',
            next: end('asyncio/timeout', 'A timeout cancels what is inside it.'),
          },
          {
            says: 'A process',
            next: end('processes/terminate', 'Ask it, wait a little, then kill it.'),
          },
          {
            says: 'The whole program, on a signal',
            next: end(
              'asyncio/graceful-shutdown',
              'Take nothing new, end what is under way, then stop the rest.',
            ),
          },
        ],
      },
    },
    {
      says: 'Everything stands still while one thing is computed',
      next: end(
        'asyncio/blocking-the-loop',
        'A callback that computes keeps the event loop from all else.',
      ),
    },
    {
      says: 'Awaiting in a loop is slow',
      next: end('asyncio/sequential-vs-concurrent', 'One await after the other adds the times up.'),
    },
    {
      says: 'A service fails now and then',
      next: end('asyncio/retry-backoff', 'Try again, later each time, and not all at once.'),
    },
    {
      says: 'A service is down for long, and everybody waits for it',
      next: end('asyncio/circuit-breaker', 'Refuse at once, and let one try from time to time.'),
    },
    {
      says: 'Many ask for the same thing at the same moment',
      next: end('asyncio/single-flight', 'Load it once, and give all of them the one result.'),
    },
    {
      says: 'An error in a worker is never seen',
      next: end('executors/exceptions', 'The error waits in the future until somebody asks.'),
    },
  ],
};

/** Where the chooser begins. */
export const chooser: Question = {
  id: 'what',
  asks: 'What does the program spend its time with?',
  answers: [
    { says: 'Waiting: for a network, a disk, a database', next: howMany },
    { says: 'Computing', next: computing },
    { says: 'I have threads already, and they share something', next: sharing },
    { says: 'It runs, and something is wrong', next: trouble },
  ],
};

export interface Path {
  /** Question and answer, from the first to the last. */
  readonly steps: readonly { readonly asks: string; readonly says: string }[];
  readonly end: End;
}

/** Every way through the chooser. */
export function allPaths(question: Question = chooser): Path[] {
  return question.answers.flatMap(({ says, next }) => {
    const step = { asks: question.asks, says };
    if ('pattern' in next) return [{ steps: [step], end: next }];
    return allPaths(next).map((path) => ({ ...path, steps: [step, ...path.steps] }));
  });
}
