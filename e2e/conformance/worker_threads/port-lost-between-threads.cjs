// The other end of a port that is lost closes in the thread that has it, also where that did not send it.
const { MessageChannel, Worker } = require('node:worker_threads');
const listening = `
  const { parentPort, workerData } = require('node:worker_threads');
  workerData.on('message', () => console.log('never'));
  workerData.on('close', () => console.log('closed'));
  parentPort.postMessage('ready');
`;
const line = new MessageChannel();
const carrier = new MessageChannel();
const worker = new Worker(listening, {
  eval: true,
  workerData: line.port1,
  transferList: [line.port1],
});
worker.once('message', () => {
  carrier.port1.postMessage(line.port2, [line.port2]);
  carrier.port2.close();
});
worker.on('exit', (code) => console.log('exit', code));
