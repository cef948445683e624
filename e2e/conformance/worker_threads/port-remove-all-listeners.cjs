// `removeAllListeners` takes the listeners only: the port stays started and referenced.
const { MessageChannel, receiveMessageOnPort } = require('node:worker_threads');
const { port1, port2 } = new MessageChannel();
port1.on('message', () => console.log('never'));
port1.removeAllListeners('message');
console.log(port1.hasRef(), port1.listenerCount('message'));
port2.postMessage('lost');
setTimeout(() => {
  console.log(receiveMessageOnPort(port1));
  port1.close();
}, 20);
