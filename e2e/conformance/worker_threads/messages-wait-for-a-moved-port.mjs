// What was sent to a port before it was transferred arrives where it went, in order.
import { isMainThread, MessageChannel, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage('before');
  port1.postMessage({ also: 'before' });
  const worker = new Worker(new URL(import.meta.url));
  worker.postMessage({ port: port2 }, [port2]);
  port1.postMessage('after');
  port1.on('message', (message) => {
    console.log('reply', message);
    port1.close();
  });
  worker.on('exit', (code) => console.log('exit', code));
} else {
  parentPort.once('message', ({ port }) => {
    const got = [];
    port.on('message', (message) => {
      got.push(message);
      if (got.length === 3) port.postMessage(got);
    });
  });
}
