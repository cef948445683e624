/**
 * The global `performance`: the browser's, with the thread's clock. What `perf_hooks` adds to it is
 * added when it is first looked for.
 */
import type { Thread } from './thread.ts';

const added = [
  'eventLoopUtilization',
  'timerify',
  'nodeTiming',
  'toJSON',
  'mark',
  'measure',
  'getEntries',
  'getEntriesByName',
  'getEntriesByType',
];

/** @param addAll makes `perf_hooks`, which puts its own in the place of what is put here */
export function installPerformance(thread: Thread, addAll: () => void): void {
  const { performance } = globalThis;
  const now = { value: () => thread.now(), configurable: true, writable: true };
  // The origin moves with the clock: their sum is how threads and processes compare times.
  const timeOrigin = performance.timeOrigin + thread.origin;
  Object.defineProperty(performance, 'timeOrigin', { value: timeOrigin, configurable: true });
  Object.defineProperty(performance, 'now', now);
  for (const name of added) {
    Object.defineProperty(performance, name, {
      get(): unknown {
        addAll();
        return Reflect.get(performance, name);
      },
      configurable: true,
    });
  }
}
