import { MessageChannel } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
port1.on('message', (message) => {
  console.log(message);
  port1.close();
});
process.on('beforeExit', () => console.log('beforeExit'));
setTimeout(() => port2.postMessage('hello'), 10);
