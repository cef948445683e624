// A thread that ends before it has answered: the sender is not told, and does not wait for ever.
const { postMessageToThread, Worker } = require('node:worker_threads');
const code = `
  process.on('workerMessage', () => process.exit(3));
  require('node:worker_threads').parentPort.postMessage('ready');
  setInterval(() => {}, 1000);
`;
const target = new Worker(code, { eval: true });
const settled = () => console.log('never settled');
target.on('message', () => postMessageToThread(target.threadId, 'text').then(settled, settled));
target.on('exit', (status) => console.log('exit', status));
process.on('exit', (status) => console.log('process', status));
