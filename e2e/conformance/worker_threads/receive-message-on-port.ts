import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
port1.postMessage({ n: 1 });
port1.postMessage(undefined);
console.log(receiveMessageOnPort(port2), receiveMessageOnPort(port2), receiveMessageOnPort(port2));
try {
  receiveMessageOnPort({} as never);
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
}
