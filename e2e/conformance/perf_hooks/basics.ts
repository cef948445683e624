import { monitorEventLoopDelay, PerformanceObserver, performance } from 'node:perf_hooks';

console.log(
  performance === globalThis.performance,
  performance.now() > 0,
  performance.timeOrigin > 1e12,
);
performance.mark('a', { detail: 5 });
performance.mark('b');
const measure = performance.measure('a to b', 'a', 'b');
console.log(measure.name, measure.entryType, measure.duration >= 0);
console.log(
  performance.getEntriesByType('mark').map(({ name }) => name),
  performance.getEntriesByName('a to b').length,
);
performance.clearMarks();
console.log(performance.getEntries().filter(({ entryType }) => entryType === 'mark').length);
console.log(typeof PerformanceObserver, typeof monitorEventLoopDelay);
