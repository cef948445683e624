// Ports at their edges: constructors, closed ports, duplicates, events of other names, the worker event.
const { MessageChannel, MessagePort, Worker } = require('worker_threads');

const attempt = (action) => {
  try {
    console.log('done', action());
  } catch ({ name, code, message }) {
    console.log(name, code, message);
  }
};
attempt(() => new MessagePort());
attempt(() => MessageChannel());
const { port1, port2 } = new MessageChannel();
console.log(port1 instanceof MessagePort, port1.constructor === MessagePort);
const spare = new MessageChannel();
attempt(() => port1.postMessage(null, [spare.port1, spare.port1]));
spare.port1.close();
attempt(() => port1.postMessage(null, [spare.port1]));
port2.addEventListener('word', (event) => console.log(event.type, event.detail));
port2.on('word', (value) => console.log(value));
port2.emit('word', 'said');

let count = 0;
port1.on('message', () => {
  console.log('received', ++count);
  port1.close();
});
port2.postMessage('a');
port2.postMessage('b');
port1.on('close', () => {
  process.on('worker', (worker) => console.log('started', worker === held));
  const held = new Worker(
    'const { parentPort } = require("worker_threads"); parentPort.on("message", () => {}); process.on("beforeExit", () => {});',
    { eval: true },
  );
  const channel = new MessageChannel();
  held.postMessage(channel.port2, [channel.port2]);
  held.on('online', () => held.terminate().then((code) => console.log('ended', code)));
  attempt(() => new Worker('', { eval: true, execArgv: ['--no-such-option'] }));
  attempt(() => new Worker('', { eval: true, env: { NODE_OPTIONS: '--title=x' } }));
});
