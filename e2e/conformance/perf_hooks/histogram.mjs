import { createHistogram, monitorEventLoopDelay } from 'node:perf_hooks';

const histogram = createHistogram({ lowest: 1, highest: 1000, figures: 3 });
for (const value of [1, 10, 10, 500n, 2000]) histogram.record(value);
console.log(histogram.count, histogram.exceeds, histogram.min, histogram.max);
console.log(histogram.percentile(50), histogram.percentileBigInt(100), histogram.percentiles);
console.log(histogram.mean, histogram.stddev.toFixed(6), histogram.skewness.toFixed(6));
console.log(createHistogram());

const delay = monitorEventLoopDelay({ resolution: 5 });
console.log(delay.enable(), delay.enable());
setTimeout(() => {
  console.log(delay.disable(), delay.disable(), delay.count > 0, delay.min > 0);
}, 200);
