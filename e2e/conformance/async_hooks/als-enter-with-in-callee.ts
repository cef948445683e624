import { AsyncLocalStorage } from 'node:async_hooks';

const als = new AsyncLocalStorage<string>();
async function callee() {
  als.enterWith('callee');
  await null;
  console.log('in callee', als.getStore());
}
await als.run('caller', async () => {
  const promise = callee();
  console.log('after the call', als.getStore());
  await promise;
  console.log('after its await', als.getStore());
});
