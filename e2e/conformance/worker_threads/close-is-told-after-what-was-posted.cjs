// The other side learns of a close after what the same turn has posted elsewhere.
const { MessageChannel } = require('node:worker_threads');
const first = new MessageChannel();
const second = new MessageChannel();
first.port2.on('message', () => console.log('never'));
first.port2.on('close', () => console.log('first closed'));
second.port2.on('message', (text) => {
  console.log(text);
  second.port2.close();
});
first.port1.close();
second.port1.postMessage('posted after the close');
