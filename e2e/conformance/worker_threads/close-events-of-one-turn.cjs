// Ports that are closed in one turn say so after its immediates, the last first; then their other ends.
const { MessageChannel } = require('node:worker_threads');
const channels = [1, 2, 3].map(() => new MessageChannel());
for (const [at, { port1, port2 }] of channels.entries()) {
  port1.on('close', () => console.log('closed', at));
  port2.on('message', () => console.log('never'));
  port2.on('close', () => console.log('other end'));
}
for (const { port1 } of channels) port1.close();
setImmediate(() => {
  console.log('immediate');
  setImmediate(() => console.log('next immediate'));
});
