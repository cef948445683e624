import { eventLoopUtilization, performance } from 'node:perf_hooks';

console.log(performance.eventLoopUtilization());
const spin = (milliseconds) => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};
setTimeout(() => {
  const before = performance.eventLoopUtilization();
  console.log('waited', before.idle > before.active);
  spin(40);
  const spun = performance.eventLoopUtilization(before);
  console.log('spun', spun.idle === 0, spun.active >= 39, spun.utilization === 1);
  const after = eventLoopUtilization();
  const between = performance.eventLoopUtilization(after, before);
  console.log(between.idle === 0, between.active >= 39);
}, 400);
