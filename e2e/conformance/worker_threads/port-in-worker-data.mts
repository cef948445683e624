import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, MessageChannel, Worker, workerData } from 'node:worker_threads';

/** A port that goes along with `new Worker`, with and without messages that wait for it. */
if (isMainThread) {
  for (const waiting of [[], ['one', { two: 2 }]]) {
    const { port1, port2 } = new MessageChannel();
    for (const message of waiting) port1.postMessage(message);
    const worker = new Worker(fileURLToPath(import.meta.url), {
      workerData: { port: port2 },
      transferList: [port2],
    });
    port1.postMessage('end');
    port1.on('message', (message) => console.log('back', message));
    await Promise.all([once(worker, 'exit'), once(port1, 'close')]);
    try {
      port1.postMessage(port2, [port2]);
    } catch (error) {
      console.log((error as Error).name);
    }
  }
} else {
  workerData.port.on('message', (message: unknown) => {
    workerData.port.postMessage(message);
    if (message === 'end') workerData.port.close();
  });
}
