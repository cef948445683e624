// What is awaited, returned or resolved with may be a thenable: its `then` sees the store.
import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

function thenable(name: string) {
  return {
    // biome-ignore lint/suspicious/noThenProperty: a thenable
    then(resolve: (value: string) => void) {
      console.log(name, storage.getStore());
      setImmediate(resolve, name);
    },
  };
}

class Later {
  async method() {
    return thenable('from a method');
  }
}

await storage.run('awaited', async () => {
  await thenable('await');
  console.log('after await', storage.getStore());
});
await storage.run('returned', async () => {
  try {
    return thenable('return');
  } finally {
    console.log('finally', storage.getStore());
  }
});
await storage.run('arrow', async () => thenable('expression of an arrow'));
await storage.run('list', async () => (console.log('first'), thenable('list of expressions')));
await storage.run('method', () => new Later().method());
await storage.run('resolved', () => Promise.resolve(thenable('Promise.resolve')));
await storage.run('then', () => Promise.resolve().then(() => thenable('a reaction')));
await storage.run('catch', () => Promise.reject(new Error('no')).catch(() => thenable('catch')));

// A getter that throws rejects; a try around the return does not see it.
const broken = {
  get then(): never {
    throw new Error('no then');
  },
};
await storage.run('broken', async () => {
  const inner = async () => {
    try {
      return broken;
    } catch {
      console.log('caught inside');
    }
  };
  await inner().catch((error: Error) => console.log('rejected:', error.message));
  await Promise.resolve(broken).catch((error: Error) => console.log('resolve:', error.message));
});

// Not a thenable, and native promises: nothing is put around them.
const value = { then: 1 };
console.log((await storage.run('value', async () => value)) === value);
const promise = storage.run('promise', () => Promise.resolve(1));
console.log(storage.run('same', () => Promise.resolve(promise)) === promise);
console.log(Promise.resolve.name, Promise.resolve.length);
