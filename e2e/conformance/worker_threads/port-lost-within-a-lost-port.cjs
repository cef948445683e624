// A port in a port in a message that a worker does not read: both other ends close.
const { MessageChannel, Worker } = require('node:worker_threads');
const code = `
  const { parentPort } = require('node:worker_threads');
  parentPort.postMessage('busy');
  const end = Date.now() + 150;
  while (Date.now() < end);
  process.exit(3);
`;
const carrier = new MessageChannel();
const line = new MessageChannel();
carrier.port1.postMessage(line.port2, [line.port2]);
const worker = new Worker(code, { eval: true });
worker.once('message', () => worker.postMessage(carrier.port2, [carrier.port2]));
const ended = new Set();
const note = (name) => {
  ended.add(name);
  if (ended.size === 3) console.log([...ended].sort());
};
for (const [name, { port1 }] of Object.entries({ carrier, line })) {
  port1.on('message', () => console.log('never'));
  port1.on('close', () => note(name));
}
worker.on('exit', (status) => note(`exit ${status}`));
