import { AsyncLocalStorage } from 'node:async_hooks';

const als = new AsyncLocalStorage<number>();
const { then } = Promise.prototype;
let calls = 0;
Promise.prototype.then = function (this: Promise<unknown>, ...args: unknown[]) {
  calls++;
  return Reflect.apply(then, this, args);
} as never;
await als.run(1, async () => {
  await Promise.resolve();
  console.log(als.getStore(), calls);
});
