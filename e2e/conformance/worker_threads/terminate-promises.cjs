// Each call of `terminate()` has its own promise; the stream to the worker's input stays open.
const { Worker } = require('node:worker_threads');
const worker = new Worker('setInterval(() => {}, 1000)', { eval: true, stdin: true });
worker.on('online', async () => {
  const [one, two] = [worker.terminate(), worker.terminate()];
  console.log(one === two, worker.listenerCount('exit'));
  console.log(await one, await two, await worker.terminate());
  console.log(worker.stdin.destroyed, worker.stdin.writable);
});
