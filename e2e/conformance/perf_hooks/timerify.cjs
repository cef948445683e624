const { createHistogram, performance, timerify } = require('node:perf_hooks');

const histogram = createHistogram();
const add = performance.timerify(
  function add(a, b) {
    return a + b;
  },
  { histogram },
);
console.log(add.name, add.length, add(1, 2), histogram.count, histogram.min > 0);

class Point {
  constructor(x) {
    this.x = x;
  }
}
console.log(new (timerify(Point))(3) instanceof Point);

const later = timerify(async () => 'later', { histogram });
later().then((value) => {
  setImmediate(() => console.log(value, histogram.count));
});

for (const wrong of [() => timerify(1), () => timerify(add, { histogram: {} })]) {
  try {
    wrong();
  } catch (error) {
    console.log(error.code);
  }
}
