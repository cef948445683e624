// Milliseconds of a loop of atomic additions to shared memory.
const cells = new Int32Array(new SharedArrayBuffer(1024));
const times: number[] = [];
for (let round = 0; round < 7; round++) {
  const begin = performance.now();
  for (let n = 0; n < 5_000_000; n++) Atomics.add(cells, n & 255, 1);
  times.push(performance.now() - begin);
}
console.log(JSON.stringify(times));
