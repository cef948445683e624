import { AsyncLocalStorage } from 'node:async_hooks';

const als = new AsyncLocalStorage<string>();
try {
  als.run('inside', () => {
    throw new Error(`thrown ${als.getStore()}`);
  });
} catch (error) {
  console.log((error as Error).message, als.getStore());
}
process.on('uncaughtException', (error) => console.log('uncaught', error.message, als.getStore()));
als.run('timer', () =>
  setTimeout(() => {
    throw new Error('late');
  }, 1),
);
