import { PerformanceObserver, performance } from 'node:perf_hooks';

const observer = new PerformanceObserver((list) => {
  console.log(list.getEntries().map(({ name, entryType }) => `${entryType} ${name}`));
  observer.disconnect();
});
observer.observe({ entryTypes: ['mark'] });
performance.mark('one');
performance.mark('two');
console.log('sync');
