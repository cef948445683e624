import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const turns = [];
const closing = (name, fails = false) => ({
  async [Symbol.asyncDispose]() {
    console.log('close', name, storage.getStore());
    await null;
    if (fails) throw new Error(`closing ${name}`);
  },
});
const plain = (name) => ({
  [Symbol.dispose]() {
    console.log('plain', name, storage.getStore());
  },
});
const elsewhere = () =>
  new Promise((resolve) => storage.run('elsewhere', () => setImmediate(resolve)));

await storage.run('store', async () => {
  {
    await using a = closing('a'),
      b = closing('b');
    await using n = null;
    using c = plain('c');
    await using d = plain('d');
    console.log('in', a === b, n, typeof c, typeof d);
    await elsewhere();
  }
  console.log('after', storage.getStore());
  try {
    await using e = closing('e', true);
    await using f = closing('f', true);
    await Promise.reject(new Error('body'));
  } catch (error) {
    console.log(
      error.name,
      error.error.message,
      error.suppressed.error.message,
      storage.getStore(),
    );
    console.log(error.suppressed.suppressed.message);
  }
  for (await using each of [closing('g'), null, plain('h')]) console.log('each', each === null);
  for await (using each of [Promise.resolve(plain('i'))]) console.log('each', typeof each);
  for (await using head = closing('head'); ; ) break;
  console.log('after heads', storage.getStore());
  const ticking = (async () => {
    for (let i = 0; i < 8; i++) turns.push(await i);
  })();
  {
    await using nothing = null;
  }
  turns.push('null');
  {
    await using fallback = { [Symbol.dispose]() {} };
  }
  turns.push('fallback');
  await ticking;
  console.log(turns.join());
});
for (const value of [{}, 5, { [Symbol.asyncDispose]: 1 }]) {
  try {
    await using wrong = value;
    console.log('never');
  } catch (error) {
    console.log(error.name);
  }
}
await using top = closing('top');
console.log('end');
