// A port that was posted through another to a worker which ends unread closes at its other end.
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
const { port2 } = carrier;
const worker = new Worker(code, { eval: true, workerData: port2, transferList: [port2] });
const ended = new Set();
const note = (name) => {
  ended.add(name);
  if (ended.size === 3) console.log([...ended].sort());
};
line.port1.on('message', () => console.log('never'));
line.port1.on('close', () => note('line'));
carrier.port1.on('message', () => console.log('never'));
carrier.port1.on('close', () => note('carrier'));
worker.on('exit', (status) => note(`exit ${status}`));
worker.once('message', () => carrier.port1.postMessage(line.port2, [line.port2]));
