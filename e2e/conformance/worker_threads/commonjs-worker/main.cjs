const { Worker } = require('node:worker_threads');
const path = require('node:path');

const worker = new Worker(path.join(__dirname, 'lib', 'worker.cjs'), { workerData: 3 });
worker.on('message', (message) => console.log(message));
worker.on('exit', (code) => console.log('exit', code));
