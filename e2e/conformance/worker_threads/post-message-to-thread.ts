import {
  isMainThread,
  postMessageToThread,
  threadId,
  Worker,
  workerData,
} from 'node:worker_threads';

if (isMainThread) {
  process.on('workerMessage', (message, source) => {
    console.log('main got', message, source);
    if (message === 'ready') void postMessageToThread(source, { hello: 'worker' });
  });
  new Worker(new URL(import.meta.url), { workerData: threadId });
  try {
    await postMessageToThread(99, 'nobody');
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code);
  }
} else {
  const timer = setInterval(() => undefined, 1000);
  process.on('workerMessage', (message, source) => {
    console.log('worker got', message, source);
    clearInterval(timer);
  });
  await postMessageToThread(workerData, 'ready');
}
