import { BroadcastChannel, isMainThread, Worker } from 'node:worker_threads';

const channel = new BroadcastChannel('news');
if (isMainThread) {
  const seen: string[] = [];
  channel.onmessage = (event) => {
    seen.push((event as MessageEvent).data);
    if (seen.length < 2) return;
    console.log(seen.sort());
    channel.postMessage('stop');
    channel.close();
  };
  new Worker(new URL(import.meta.url), { workerData: null });
  new Worker(new URL(import.meta.url), { workerData: null });
} else {
  const timer = setInterval(() => undefined, 1000);
  channel.onmessage = (event) => {
    if ((event as MessageEvent).data !== 'stop') return;
    channel.close();
    clearInterval(timer);
  };
  channel.postMessage('hello');
}
