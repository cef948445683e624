// What cannot be transferred is refused, whatever it is; a mark against cloning hinders no transfer.
const { markAsUncloneable, MessageChannel } = require('node:worker_threads');
const { port1, port2 } = new MessageChannel();
const gone = new ArrayBuffer(1);
structuredClone(gone, { transfer: [gone] });
for (const item of [null, {}, new SharedArrayBuffer(1), new Uint8Array(1), gone, new Date(0)]) {
  try {
    port1.postMessage('text', [item]);
    console.log('sent');
  } catch ({ name, message }) {
    console.log(name, message);
  }
}
const marked = new MessageChannel();
markAsUncloneable(marked.port2);
port1.postMessage({ port: marked.port2 }, [marked.port2]);
console.log('sent');
port2.once('message', ({ port }) => {
  console.log(typeof port.postMessage);
  port2.close();
});
