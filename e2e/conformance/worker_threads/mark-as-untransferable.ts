import {
  isMarkedAsUntransferable,
  MessageChannel,
  markAsUntransferable,
} from 'node:worker_threads';

const buffer = new ArrayBuffer(8);
markAsUntransferable(buffer);
console.log(isMarkedAsUntransferable(buffer), isMarkedAsUntransferable(new ArrayBuffer(1)));
const { port1, port2 } = new MessageChannel();
try {
  port1.postMessage(buffer, [buffer]);
  console.log('sent');
} catch (error) {
  console.log((error as Error).name, (error as DOMException).code);
}
console.log(buffer.byteLength);
port2.close();
