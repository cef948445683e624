import { BroadcastChannel } from 'node:worker_threads';

const attempt = (action) => {
  try {
    console.log(action());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
attempt(() => new BroadcastChannel());
const channel = new BroadcastChannel('name');
attempt(() => channel.name);
attempt(() => channel.postMessage());
attempt(() => channel.postMessage(() => {}));
channel.close();
attempt(() => channel.postMessage(1));
console.log(channel);
