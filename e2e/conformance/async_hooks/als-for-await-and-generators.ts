import { AsyncLocalStorage } from 'node:async_hooks';

const als = new AsyncLocalStorage<string>();
async function* numbers() {
  for (let n = 0; n < 2; n++) {
    await null;
    console.log('generator', als.getStore());
    yield n;
  }
}
const iterator = als.run('creator', () => numbers());
await als.run('consumer', async () => {
  for await (const n of iterator) console.log('loop', n, als.getStore());
});
await als.run('try', async () => {
  try {
    await Promise.reject(new Error('x'));
  } catch {
    console.log('catch', als.getStore());
  } finally {
    await null;
    console.log('finally', als.getStore());
  }
});
