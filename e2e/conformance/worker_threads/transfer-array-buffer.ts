// Two threads print: nothing orders their lines.
// contract: any-order
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  const bytes = new Uint8Array([1, 2, 3]);
  worker.postMessage(bytes, [bytes.buffer]);
  console.log('after transfer', bytes.length, bytes.buffer.byteLength);
  worker.on('message', (back: Uint8Array) => console.log('back', back));
} else {
  parentPort?.once('message', (bytes: Uint8Array) => {
    bytes[0] = 9;
    parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
    console.log('worker lost it', bytes.length);
  });
}
