setTimeout(() => {
  console.log('timer 1');
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('microtask'));
}, 2);
setTimeout(() => console.log('timer 2'), 2);
const until = Date.now() + 10;
while (Date.now() < until);
