// contract: any-order
import { isMainThread, postMessageToThread, threadId, Worker } from 'node:worker_threads';

process.on('workerMessage', (value, source) => {
  console.log(isMainThread ? 'main' : 'worker', 'got', value, 'from', source);
  if (value === 'throw') throw new Error('listener');
});
if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('message', async () => {
    await postMessageToThread(worker.threadId, { hello: threadId });
    for (const target of [threadId, 99]) {
      await postMessageToThread(target, 1).catch((error) => console.log(error.code));
    }
    await postMessageToThread(worker.threadId, 'throw').catch((error) => console.log(error.code));
    await worker.terminate();
  });
} else {
  const { parentPort } = await import('node:worker_threads');
  parentPort.on('message', () => {});
  await postMessageToThread(0, 'up');
  parentPort.postMessage('ready');
}
