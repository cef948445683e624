// A port closes when the thread that holds its other end at last is terminated, and not before.
import { once } from 'node:events';
import {
  isMainThread,
  MessageChannel,
  type MessagePort,
  parentPort,
  Worker,
  workerData,
} from 'node:worker_threads';

interface Role {
  role: 'relay' | 'holder' | 'talker';
}

const start = (role: Role['role']): Worker =>
  new Worker(new URL(import.meta.url), { workerData: { role } });

if (isMainThread) {
  const relay = start('relay');
  const holder = start('holder');
  const between = new MessageChannel();
  relay.postMessage(between.port1, [between.port1]);
  holder.postMessage(between.port2, [between.port2]);
  await once(holder, 'message');

  const { port1, port2 } = new MessageChannel();
  relay.postMessage(port1, [port1]);
  await once(holder, 'message');
  console.log('relay', await relay.terminate());
  port2.on('message', (text) => console.log(text));
  const closed = once(port2, 'close');
  port2.postMessage('ping');
  await once(port2, 'message');
  console.log('holder', await holder.terminate());
  await closed;
  console.log('closed');

  // Neither end is here.
  const talkers = [start('talker'), start('talker')] as const;
  const line = new MessageChannel();
  talkers[0].postMessage(line.port1, [line.port1]);
  talkers[1].postMessage(line.port2, [line.port2]);
  await Promise.all(talkers.map((talker) => once(talker, 'message')));
  const exit = once(talkers[1], 'exit');
  console.log('talker', await talkers[0].terminate());
  console.log('other talker', await exit);
} else {
  const { role } = workerData as Role;
  const told = (await once(parentPort as MessagePort, 'message')) as [MessagePort];
  const [line] = told;
  if (role === 'relay') {
    parentPort?.on('message', (port: MessagePort) => line.postMessage(port, [port]));
  } else if (role === 'holder') {
    line.on('message', (port: MessagePort) => {
      port.on('message', () => port.postMessage('pong'));
      parentPort?.postMessage('holds it');
    });
    parentPort?.postMessage('ready');
  } else {
    line.on('message', () => parentPort?.postMessage('heard'));
    line.postMessage('hello');
  }
}
