// The last message and the exit come by ways that have no order between them.
// contract: any-order
// A BroadcastChannel reaches the other threads, keeps them alive, and ends with close().
import { BroadcastChannel, isMainThread, Worker } from 'node:worker_threads';

const channel = new BroadcastChannel('news');
if (isMainThread) {
  new Worker(new URL(import.meta.url)).on('exit', (code) => console.log('exit', code));
  channel.onmessage = ({ data }) => {
    console.log('main got', data);
    if (data === 'ready') channel.postMessage({ over: true });
    else channel.close();
  };
} else {
  channel.onmessage = ({ data }) => {
    channel.postMessage({ echoed: data });
    channel.close();
  };
  channel.postMessage('ready');
}
