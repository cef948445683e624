import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('message', (message) => {
    console.log(message);
    if (message === 'echo 2') worker.postMessage('stop');
  });
  for (let n = 0; n < 3; n++) worker.postMessage(n);
} else {
  parentPort?.on('message', (message) => {
    if (message === 'stop') return process.exit();
    parentPort?.postMessage(`echo ${message}`);
  });
}
