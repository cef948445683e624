// What a timed function leaves for those who observe, and when they are told.
import { PerformanceEntry, PerformanceObserver, performance, timerify } from 'node:perf_hooks';

const add = timerify(function add(one, other) {
  return one + other;
});
const fail = timerify(() => {
  throw new Error('no entry');
});
const later = timerify(async function later() {});
const observer = new PerformanceObserver((list, self) => {
  for (const entry of list.getEntries()) {
    const { name, entryType, detail, startTime, duration } = entry;
    console.log(name, entryType, detail, entry[0], startTime > 0, duration >= 0);
    console.log(
      entry instanceof PerformanceEntry,
      entry.constructor.name,
      Object.keys(entry.toJSON()),
    );
  }
  console.log(
    list.getEntriesByName('add').length,
    list.getEntriesByType('mark').length,
    self === observer,
  );
  observer.disconnect();
});
observer.observe({ entryTypes: ['function', 'mark', 'unheard-of'] });
console.log(add(1, 2), await later());
try {
  fail();
} catch (error) {
  console.log(error.message);
}
performance.mark('between');
console.log('observed later');
