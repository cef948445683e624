import { Worker } from 'node:worker_threads';

const worker = new Worker(
  `const { parentPort, workerData } = require('worker_threads');
   parentPort.postMessage([typeof require, typeof module, __filename, workerData]);`,
  { eval: true, workerData: 7 },
);
worker.on('message', (message) => console.log(message));
worker.on('exit', (code) => console.log('exit', code));
