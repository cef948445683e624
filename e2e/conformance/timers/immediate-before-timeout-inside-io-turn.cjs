// After an I/O callback come immediates, even before a timer that is due already.
const { MessageChannel } = require('node:worker_threads');

const { port1, port2 } = new MessageChannel();
port1.on('message', () => {
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => {
    console.log('immediate');
    port1.close();
  });
  const end = Date.now() + 5;
  while (Date.now() < end);
});
port2.postMessage('go');
