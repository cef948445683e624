// Channels of one thread: read at once, delivered channel by channel, alive while open, global too.
const { receiveMessageOnPort, Worker } = require('worker_threads');
const sender = new BroadcastChannel('read');
const reader = new BroadcastChannel('read');
sender.postMessage({ at: 1 });
console.log(receiveMessageOnPort(reader), receiveMessageOnPort(reader));
sender.close();
reader.close();

const channels = ['one', 'two', 'three'].map((name) =>
  Object.assign(new BroadcastChannel('order'), { name2: name }),
);
let left = 6;
for (const channel of channels) {
  channel.onmessage = ({ data }) => {
    console.log(channel.name2, 'got', data);
    if (--left === 0) for (const each of channels) each.close();
  };
}
channels[0].postMessage('from one');
channels[2].postMessage('from three');
channels[1].postMessage('from two');

for (const action of [
  () => Reflect.get(BroadcastChannel.prototype, 'name', {}),
  () => Reflect.apply(BroadcastChannel.prototype.close, {}, []),
]) {
  try {
    action();
  } catch ({ name, code }) {
    console.log(name, code);
  }
}
console.log(BroadcastChannel === require('worker_threads').BroadcastChannel);

// A worker with an open channel, and nothing else, lives until it is told to close it.
const alive = new Worker(
  `const channel = new BroadcastChannel('alive');
   channel.onmessage = () => channel.close();`,
  { eval: true },
);
alive.on('exit', (code) => console.log('exit', code));
alive.on('online', () => {
  const channel = new BroadcastChannel('alive');
  const timer = setInterval(() => channel.postMessage('close'), 10);
  alive.on('exit', () => {
    clearInterval(timer);
    channel.close();
  });
});
