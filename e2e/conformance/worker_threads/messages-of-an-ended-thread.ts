// What a thread has sent reaches a thread that starts after the sender has ended.
import { once } from 'node:events';
import {
  isMainThread,
  MessageChannel,
  type MessagePort,
  Worker,
  workerData,
} from 'node:worker_threads';

const STAGES = 4;

interface Stage {
  number: number;
  source: MessagePort;
  sink: MessagePort;
}

if (isMainThread) {
  const { port1: first, port2 } = new MessageChannel();
  let last = port2;
  for (let number = 0; number < STAGES; number++) {
    const { port1: sink, port2: next } = new MessageChannel();
    const stage: Stage = { number, source: last, sink };
    new Worker(new URL(import.meta.url), { workerData: stage, transferList: [last, sink] });
    last = next;
  }
  first.postMessage([]);
  const [path] = await once(last, 'message');
  console.log('through', path.join(', '));
  last.close();
} else {
  const { number, source, sink } = workerData as Stage;
  source.once('message', (path: number[]) => {
    sink.postMessage([...path, number]);
    source.close();
  });
}
