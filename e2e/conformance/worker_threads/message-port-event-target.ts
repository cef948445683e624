import { MessageChannel } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
port1.addEventListener('message', (event) => {
  console.log('target', event.type, (event as MessageEvent).data, event.target === port1);
});
port1.onmessage = (event) => {
  console.log('onmessage', event.data, event.ports);
  if (event.data === 2) port1.close();
};
port2.postMessage(1);
port2.postMessage(2);
