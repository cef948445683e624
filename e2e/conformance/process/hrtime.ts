const start = process.hrtime();
const big = process.hrtime.bigint();
const [seconds, nanos] = process.hrtime(start);
console.log(seconds === 0, nanos >= 0, typeof big, process.hrtime.bigint() >= big);
for (const bad of [5, [1], [1, 2, 3]]) {
  try {
    process.hrtime(bad as never);
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code);
  }
}
