/**
 * Numbers that several threads draw from shared memory, because Node gives them out synchronously:
 * `worker.threadId` and `child.pid` are there as soon as the constructor returns.
 */
const NEXT = 0;

/** @param first the first number that {@link drawNumber} gives */
export function createCounter(first: number): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(4);
  new Int32Array(memory)[NEXT] = first;
  return memory;
}

export function drawNumber(memory: SharedArrayBuffer): number {
  return Atomics.add(new Int32Array(memory), NEXT, 1);
}
