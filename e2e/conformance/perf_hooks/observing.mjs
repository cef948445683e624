// How an observer is set up, what it holds back, and what it refuses.
import { PerformanceObserver, performance } from 'node:perf_hooks';

const attempt = (call) => {
  try {
    console.log(call());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
attempt(() => new PerformanceObserver());
const observer = new PerformanceObserver((list) => {
  console.log(list.getEntries().map(({ name }) => name));
  observer.disconnect();
  performance.mark('unseen');
});
for (const options of [
  undefined,
  {},
  5,
  { entryTypes: 5 },
  { type: 'mark', entryTypes: ['mark'] },
]) {
  attempt(() => new PerformanceObserver(() => {}).observe(options));
}
performance.mark('early');
observer.observe({ type: 'mark', buffered: true });
performance.mark('taken', { startTime: 1 });
console.log(observer.takeRecords().map(({ name }) => name));
attempt(() => observer.observe({ entryTypes: ['mark'] }));
performance.mark('late');
performance.measure('unwanted');
console.log(globalThis.PerformanceObserver === PerformanceObserver);
