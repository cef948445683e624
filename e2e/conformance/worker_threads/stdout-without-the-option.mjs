// `worker.stdout` can be read without the option: from then on, and what is printed appears as well.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const start = (code) => new Worker(code, { eval: true });
const gather = (worker) => {
  const chunks = [];
  worker.stdout.on('data', (bytes) => chunks.push(String(bytes)));
  return () => chunks.join('');
};

const late = start(`console.log('early');
  require('node:worker_threads').parentPort.once('message', () => console.log('late'));`);
await once(late, 'online');
const ofLate = gather(late);
late.postMessage('go on');
await once(late, 'exit');
console.log('read', JSON.stringify(ofLate()));

const atOnce = start(`process.stdout.write('in two '); process.stdout.write('pieces\\n');`);
const ofAtOnce = gather(atOnce);
await once(atOnce, 'exit');
await new Promise(setImmediate);
console.log('read', JSON.stringify(ofAtOnce()));

const never = start(`console.log('nobody reads this in time');`);
await once(never, 'exit');
const ofNever = gather(never);
await new Promise(setImmediate);
console.log('read', JSON.stringify(ofNever()));
