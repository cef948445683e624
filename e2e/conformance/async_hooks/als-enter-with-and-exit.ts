import { AsyncLocalStorage } from 'node:async_hooks';

const als = new AsyncLocalStorage<number>();
als.enterWith(1);
console.log(als.getStore());
als.exit(() => console.log(als.getStore()));
console.log(als.getStore());
await null;
console.log(als.getStore());
als.run(2, () => {
  als.enterWith(3);
  console.log(als.getStore());
});
console.log(als.getStore());
als.disable();
console.log(als.getStore());
als.run(4, () => console.log(als.getStore()));
