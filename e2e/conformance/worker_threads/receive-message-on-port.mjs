// receiveMessageOnPort takes what is there, in order, without a turn of the loop.
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
console.log(receiveMessageOnPort(port2));
port1.postMessage({ first: new Map([[1, 2]]) });
port1.postMessage('second');
console.log(receiveMessageOnPort(port2));
port2.on('message', (message) => {
  console.log('event', message);
  port2.close();
});
port2.on('close', () => console.log('closed'));
for (const wrong of [5, {}]) {
  try {
    receiveMessageOnPort(wrong);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
