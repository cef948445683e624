// What is posted to a closed port is checked and transferred as ever, and lost.
const { MessageChannel } = require('node:worker_threads');
const { port1 } = new MessageChannel();
port1.close();
port1.once('close', () => {
  const buffer = new ArrayBuffer(8);
  port1.postMessage(buffer, [buffer]);
  console.log(buffer.byteLength, buffer.detached);
  try {
    port1.postMessage(Symbol('no'));
  } catch (error) {
    console.log(error.name, error.message);
  }
  const line = new MessageChannel();
  line.port1.on('message', () => console.log('never'));
  line.port1.on('close', () => console.log('line closed'));
  port1.postMessage(line.port2, [line.port2]);
});
