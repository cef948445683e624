process.nextTick(() => console.log('tick'));
Promise.resolve()
  .then(() => {
    console.log('microtask');
    process.nextTick(() => console.log('tick from microtask'));
  })
  .then(() => console.log('second microtask'));
queueMicrotask(() => console.log('queued microtask'));
process.nextTick(() => {
  console.log('second tick');
  Promise.resolve().then(() => console.log('microtask from tick'));
  process.nextTick(() => console.log('tick from tick'));
});
console.log('sync');
