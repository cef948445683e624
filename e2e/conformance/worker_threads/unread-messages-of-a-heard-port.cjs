// What waits in a port that a worker has only heard of its end goes back with the port.
const { MessageChannel, Worker } = require('node:worker_threads');
const code = `
  const { parentPort, workerData } = require('node:worker_threads');
  workerData.on('close', () => {});
  setTimeout(() => parentPort.postMessage(workerData, [workerData]), 20);
`;
const { port1, port2 } = new MessageChannel();
port1.on('message', () => console.log('never'));
port1.on('close', () => console.log('closed'));
port1.postMessage('one');
port1.postMessage('two');
const worker = new Worker(code, { eval: true, workerData: port2, transferList: [port2] });
worker.on('message', (port) => {
  port.on('message', (text) => {
    console.log(text);
    if (text === 'two') port.close();
  });
});
