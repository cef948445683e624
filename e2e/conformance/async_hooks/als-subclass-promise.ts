import { AsyncLocalStorage } from 'node:async_hooks';

const als = new AsyncLocalStorage<string>();
class Own<T> extends Promise<T> {}
await als.run('own', async () => {
  const value = await new Own<number>((resolve) => setTimeout(resolve, 1, 5));
  console.log(value, als.getStore());
  const chained = Own.resolve(1).then((n) => n + 1);
  console.log(chained instanceof Own, await chained, als.getStore());
});
