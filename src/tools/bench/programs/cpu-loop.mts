// Milliseconds of a loop of integer arithmetic.
const times: number[] = [];
for (let round = 0; round < 7; round++) {
  const begin = performance.now();
  let sum = 0;
  for (let n = 1; n < 40_000_000; n++) sum = (sum + n * 7) % 1_000_003;
  times.push(performance.now() - begin + (sum < 0 ? 1 : 0));
}
console.log(JSON.stringify(times));
