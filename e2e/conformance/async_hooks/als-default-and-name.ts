import { AsyncLocalStorage } from 'node:async_hooks';

const als = new AsyncLocalStorage({ defaultValue: 'fallback', name: 'request' });
console.log(als.getStore(), als.name);
als.run(undefined as never, () => console.log(als.getStore()));
als.run('set', () => console.log(als.getStore()));
const other = new AsyncLocalStorage();
als.run('x', () => other.run('y', () => console.log(als.getStore(), other.getStore())));
