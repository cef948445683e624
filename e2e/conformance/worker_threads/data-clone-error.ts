import { MessageChannel, Worker } from 'node:worker_threads';

const { port1 } = new MessageChannel();
const attempts: [string, () => unknown][] = [
  ['function', () => port1.postMessage(() => 1)],
  ['symbol', () => port1.postMessage(Symbol('s'))],
  ['weak map', () => port1.postMessage(new WeakMap())],
  ['own port', () => port1.postMessage(port1, [port1])],
  ['port not in list', () => port1.postMessage(new MessageChannel().port1)],
  ['worker data', () => new Worker('', { eval: true, workerData: () => 1 })],
];
for (const [name, attempt] of attempts) {
  try {
    attempt();
    console.log(name, 'passed');
  } catch (error) {
    const { name: kind, code, constructor } = error as DOMException;
    console.log(name, kind, code, constructor.name);
  }
}
