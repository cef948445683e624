// The ports that a thread was given close when it ends, whether it has used them or not.
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
    port2.on('message', (text) => said.push(`${at} ${text}`));
    await once(port2, 'close');
  });
  await Promise.all(ends);
  console.log(said.sort());
  console.log('all four have closed');
} else {
  const [first] = workerData as MessagePort[];
  first?.postMessage('used');
  parentPort?.once('message', ([third]: MessagePort[]) => third?.postMessage('used'));
}
