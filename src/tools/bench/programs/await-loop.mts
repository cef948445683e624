// Milliseconds of 300,000 awaits of an async function.
const times: number[] = [];
async function one(value: number): Promise<number> {
  await null;
  return value;
}
async function loop(): Promise<number> {
  let sum = 0;
  for (let n = 0; n < 150_000; n++) sum += await one(n);
  return sum;
}
for (let round = 0; round < 7; round++) {
  const begin = performance.now();
  await loop();
  times.push(performance.now() - begin);
}
console.log(JSON.stringify(times));
