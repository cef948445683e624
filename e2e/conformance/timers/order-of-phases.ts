setTimeout(() => {
  console.log('timer');
  setImmediate(() => console.log('immediate from timer'));
  setTimeout(() => console.log('timer from timer'), 0);
  process.nextTick(() => console.log('tick from timer'));
  Promise.resolve().then(() => console.log('microtask from timer'));
}, 100);
setTimeout(() => console.log('timer that is due earlier'), 1);
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('microtask'));
console.log('sync');
