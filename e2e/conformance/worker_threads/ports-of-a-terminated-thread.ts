// The ports of a thread that is terminated close: given at its start or later, in use or not.
import { once } from 'node:events';
import {
  isMainThread,
  MessageChannel,
  type MessagePort,
  parentPort,
  Worker,
  workerData,
} from 'node:worker_threads';

if (isMainThread) {
  const channels = [1, 2, 3, 4].map(() => new MessageChannel());
  const [first, second, third, fourth] = channels.map(({ port1 }) => port1) as [
    MessagePort,
    MessagePort,
    MessagePort,
    MessagePort,
  ];
  const transferList = [first, second];
  const worker = new Worker(new URL(import.meta.url), { workerData: transferList, transferList });
  worker.postMessage([third, fourth], [third, fourth]);
  const said: string[] = [];
  const ends = channels.map(async ({ port2 }, at) => {
    if (at % 2 === 0) port2.on('message', (text) => said.push(`${at} ${text}`));
    await once(port2, 'close');
  });
  await once(worker, 'message');
  console.log('code', await worker.terminate());
  await Promise.all(ends);
  console.log(said.sort());
  console.log('all four have closed');
} else {
  const [first] = workerData as MessagePort[];
  first?.postMessage('used');
  parentPort?.on('message', ([third]: MessagePort[]) => {
    third?.on('message', () => {});
    third?.postMessage('used');
    parentPort?.postMessage('ready');
  });
}
