/** `node:perf_hooks`: the browser's User Timing, on the thread's own clock as in Node. */
import type { Thread } from './internal/thread.ts';

export function createPerfHooks(thread: Thread) {
  const { performance } = globalThis;
  return {
    performance: Object.defineProperty(performance, 'now', {
      value: () => thread.now(),
      configurable: true,
      writable: true,
    }),
    PerformanceEntry,
    PerformanceMark,
    PerformanceMeasure,
    PerformanceObserver,
    PerformanceObserverEntryList,
  };
}
