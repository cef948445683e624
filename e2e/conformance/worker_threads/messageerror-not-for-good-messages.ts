import { MessageChannel } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
port2.on('messageerror', () => console.log('never'));
port2.on('message', (message) => {
  console.log(message);
  port2.close();
});
const cyclic: { self?: unknown; list: unknown[] } = { list: [] };
cyclic.self = cyclic;
cyclic.list.push(cyclic);
port1.postMessage(cyclic);
