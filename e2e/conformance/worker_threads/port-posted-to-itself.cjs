const { MessageChannel } = require('node:worker_threads');
process.on('warning', ({ name, message }) => console.log(name, message));
const { port1, port2 } = new MessageChannel();
const buffer = new ArrayBuffer(8);
port2.on('message', () => console.log('never'));
port2.postMessage('x', [port1, buffer]);
console.log(buffer.byteLength);
for (const list of [{ transfer: {} }, { transfer: null }, 0]) {
  try {
    new MessageChannel().port1.postMessage(1, list);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
try {
  new MessageChannel().port1.postMessage(new MessageChannel().port1);
} catch (error) {
  console.log(error.name, error.code);
}
port2.on('close', () => console.log('closed'));
