// A port whose other end has closed stays open until what had come to it was read.
const { MessageChannel, receiveMessageOnPort } = require('node:worker_threads');
const read = new MessageChannel();
const heard = new MessageChannel();
for (const { port1 } of [read, heard]) {
  port1.postMessage('one');
  port1.postMessage('two');
  port1.close();
}
read.port2.on('close', () => console.log('closed'));
heard.port2.on('close', () => console.log('closed'));
setTimeout(() => {
  console.log(receiveMessageOnPort(read.port2)?.message);
  console.log(receiveMessageOnPort(read.port2)?.message);
  console.log(receiveMessageOnPort(read.port2));
  read.port2.once('close', () => heard.port2.on('message', (text) => console.log('heard', text)));
}, 20);
