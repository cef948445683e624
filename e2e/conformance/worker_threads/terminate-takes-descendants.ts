// With a thread end the threads that it has started; their ports close, its processes disconnect.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  isMainThread,
  MessageChannel,
  type MessagePort,
  parentPort,
  Worker,
  workerData,
} from 'node:worker_threads';

if (process.send) {
  process.on('message', () => {});
  process.on('disconnect', () => console.log('the process is disconnected'));
  process.send('up');
} else if (isMainThread) {
  const { port1, port2 } = new MessageChannel();
  const closed = once(port2, 'close');
  const worker = new Worker(new URL(import.meta.url), {
    workerData: port1,
    transferList: [port1],
  });
  port2.on('message', (text) => console.log(text));
  await Promise.all([once(port2, 'message'), once(worker, 'message')]);
  await worker.terminate();
  await closed;
} else if (workerData !== null) {
  const port = workerData as MessagePort;
  new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
    workerData.on('message', () => {});
    workerData.postMessage('the thread of a thread is up');`,
    { eval: true, workerData: port, transferList: [port] },
  );
  const child = fork(import.meta.filename);
  child.on('message', () => parentPort?.postMessage('up'));
}
