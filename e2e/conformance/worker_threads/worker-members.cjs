// The methods of a Worker; what the engine declines is there all the same.
const { Worker } = require('node:worker_threads');

for (const name of Object.getOwnPropertyNames(Worker.prototype).sort()) {
  const { value } = Object.getOwnPropertyDescriptor(Worker.prototype, name);
  if (typeof value === 'function') console.log(name);
}
const worker = new Worker('', { eval: true });
console.log(typeof worker.performance.eventLoopUtilization);
worker.on('exit', (code) => console.log('exit', code));
