// A wait counts as idle and as part of the loop, also the first one: neither share is negative.
const { performance } = require('node:perf_hooks');

setTimeout(() => {
  const { idle, active, utilization } = performance.eventLoopUtilization();
  console.log(idle > 20, active >= 0, utilization >= 0 && utilization < 0.9);
}, 60);
