// Marks and measures: defaults, order, printing, and what is refused.
import { performance } from 'node:perf_hooks';
import { inspect } from 'node:util';

const attempt = (call) => {
  try {
    console.log(call());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
performance.mark('one', { startTime: 5, detail: { n: 1 } });
performance.mark('two', { startTime: 9 });
const span = performance.measure('span', 'one', 'two');
console.log(span, inspect(performance.getEntriesByName('one')));
console.log(performance.measure('from', { start: 2, duration: 3 }).duration);
console.log(performance.measure('until', { end: 7 }).startTime);
const { detail, startTime, duration } = performance.measure('all', { detail: 'kept' });
console.log(detail, startTime, duration > 0 && duration <= performance.now());
const { startTime: now } = performance.mark('now');
console.log(now >= duration && now <= performance.now());
console.log(
  performance
    .getEntries()
    .map(({ name }) => name)
    .sort(),
);
console.log(
  performance.getEntriesByType('mark').length,
  performance.getEntriesByName('span', null).length,
);
attempt(() => performance.mark());
attempt(() => performance.mark('x', { startTime: -1 }));
attempt(() => performance.measure());
attempt(() => performance.measure('x', 'nowhere'));
attempt(() => performance.measure('x', { start: 1, end: 2, duration: 3 }));
attempt(() => performance.measure('x', { start: 1 }, 'two'));
attempt(() => performance.getEntriesByName());
attempt(() => performance.getEntriesByType());
const { nodeTiming } = performance;
console.log(
  nodeTiming === performance.nodeTiming,
  nodeTiming.name,
  nodeTiming.entryType,
  nodeTiming.loopStart,
);
console.log(nodeTiming.duration >= now, JSON.parse(JSON.stringify(nodeTiming)).startTime);
