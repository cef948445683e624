// contract: any-order
import { isMainThread, MessageChannel, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL(import.meta.url));
  port1.postMessage('queued before the transfer');
  worker.postMessage({ port: port2 }, [port2]);
  port1.postMessage('sent after');
  port1.on('message', (message) => {
    console.log('main got', message);
    port1.close();
  });
} else {
  parentPort?.once('message', ({ port }) => {
    port.on('message', (message: string) => {
      console.log('worker got', message);
      if (message === 'sent after') port.postMessage('done');
    });
    port.on('close', () => console.log('closed in worker'));
  });
}
