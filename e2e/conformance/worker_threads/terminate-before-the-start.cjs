// A worker that is terminated before its program begins ends with code 0, and never begins.
const { Worker } = require('node:worker_threads');

async function endAtOnce() {
  const worker = new Worker('setInterval(() => {}, 1000)', { eval: true });
  worker.on('online', () => console.log('never'));
  worker.on('exit', (code) => console.log('exit', code));
  console.log('terminated', await worker.terminate());
}

(async () => {
  for (let round = 0; round < 6; round++) await endAtOnce();
})();
