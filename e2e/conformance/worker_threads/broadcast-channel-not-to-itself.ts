import { BroadcastChannel } from 'node:worker_threads';

const a = new BroadcastChannel('x');
const b = new BroadcastChannel('x');
const other = new BroadcastChannel('y');
a.onmessage = () => console.log('a never');
other.onmessage = () => console.log('other never');
b.onmessage = (event) => {
  console.log('b got', (event as MessageEvent).data, b.name);
  for (const each of [a, b, other]) each.close();
};
a.postMessage({ n: 1 });
