// A port whose last listener has gone keeps what arrives for the next one; a port nobody listens to still hears of its end.
const { MessageChannel } = require('worker_threads');
const { port1, port2 } = new MessageChannel();
port2.once('message', (first) => {
  console.log('first', first, port2.hasRef());
  setTimeout(() => {
    port2.once('message', (second) => {
      console.log('second', second);
      port2.close();
    });
  }, 20);
});
for (const each of ['a', 'b', 'c']) port1.postMessage(each);
const alive = setInterval(() => {}, 1000);
port1.on('close', () => {
  clearInterval(alive);
  console.log('closed without a listener for messages');
  console.log(Object.getOwnPropertyNames(MessagePort.prototype).sort().join());
});
