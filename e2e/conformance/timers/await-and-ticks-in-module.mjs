process.nextTick(() => console.log('tick before'));
await null;
console.log('after await');
process.nextTick(() => console.log('tick after'));
Promise.resolve().then(() => console.log('microtask'));
await new Promise((resolve) => setImmediate(resolve));
console.log('after immediate');
