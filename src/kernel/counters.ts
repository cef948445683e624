/**
 * Numbers that several threads draw from shared memory, because Node gives them out synchronously:
 * `worker.threadId` and `child.pid` are there as soon as the constructor returns.
 */
const NEXT = 0;
/** The number of the next trace event, in the memory of the run. */
export const TRACE = 1;

/** @param first the first number that {@link drawNumber} gives */
export function createCounter(first: number): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(8);
  new Int32Array(memory)[NEXT] = first;
  return memory;
}

export function drawNumber(memory: SharedArrayBuffer, which = NEXT): number {
  return Atomics.add(new Int32Array(memory), which, 1);
}
