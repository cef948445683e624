/** What a run may have at once, so that a program that starts others without end stops by itself. */

/** Processes that may be alive; a further one fails with `EAGAIN`, as under `ulimit -u`. */
export const PROCESS_LIMIT = 64;
/** Threads that may be alive, over all processes. */
export const THREAD_LIMIT = 128;

export const tooManyThreads = `the run has ${THREAD_LIMIT} threads, the most that it may have`;
