// A worker that is terminated before its program begins ends with code 0.
const { Worker } = require('node:worker_threads');
const worker = new Worker('setInterval(() => {}, 1000)', { eval: true });
worker.on('online', () => console.log('never'));
worker.on('exit', (code) => console.log('exit', code));
worker.terminate().then((code) => console.log('terminated', code));
