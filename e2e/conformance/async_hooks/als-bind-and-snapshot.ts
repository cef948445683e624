import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';

const als = new AsyncLocalStorage<string>();
const snapshot = als.run('then', () => AsyncLocalStorage.snapshot());
const bound = als.run('bound', () => AsyncLocalStorage.bind((n: number) => [als.getStore(), n]));
als.run('now', () => {
  console.log(snapshot((a: number, b: number) => [als.getStore(), a + b], 1, 2));
  console.log(bound(5));
});
const resource = als.run('resource', () => new AsyncResource('Own'));
console.log(
  resource.runInAsyncScope(
    function (this: string, x: number) {
      return [String(this), x, als.getStore()];
    },
    'me',
    7,
  ),
);
console.log(als.run('static', () => AsyncResource.bind(() => als.getStore()))());
