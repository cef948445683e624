// differs: a browser delivers a message of another thread only between tasks, not while this one waits
import {
  isMainThread,
  MessageChannel,
  receiveMessageOnPort,
  Worker,
  workerData,
} from 'node:worker_threads';

if (isMainThread) {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  new Worker(new URL(import.meta.url), {
    workerData: { flag, port: port2 },
    transferList: [port2],
  });
  Atomics.wait(flag, 0, 0);
  console.log(receiveMessageOnPort(port1));
  port1.close();
} else {
  workerData.port.postMessage({ answer: 42 });
  Atomics.store(workerData.flag, 0, 1);
  Atomics.notify(workerData.flag, 0);
}
