import { on } from 'node:events';
import {
  isMainThread,
  MessageChannel,
  type MessagePort,
  Worker,
  workerData,
} from 'node:worker_threads';

const END = null;
type Item = string | typeof END;

// Functions cannot be sent to a thread: it looks its own up here.
const works = [
  (text: string) => text.trim(),
  (text: string) =>
    text.charAt(0).toUpperCase() + text.slice(1).toLowerCase(),
  (text: string) => `${text}!`,
];

interface Stage {
  number: number;
  source: MessagePort;
  sink: MessagePort;
}

function stage({ number, source, sink }: Stage): void {
  const work = works[number] ?? ((text: string) => text);
  source.on('message', (item: Item) => {
    if (item !== END) return sink.postMessage(work(item));
    sink.postMessage(END); // Tell the next stage.
    source.close();
  });
}

if (isMainThread) {
  // What is sent into `first` comes out of the last channel's port.
  const { port1: first, port2 } = new MessageChannel();
  const last = works.reduce((source, _, number) => {
    const { port1: sink, port2: next } = new MessageChannel();
    new Worker(new URL(import.meta.url), {
      workerData: { number, source, sink } satisfies Stage,
      transferList: [source, sink],
    });
    return next;
  }, port2);

  const results = on(last, 'message');
  for (const text of ['  locks', 'QUEUES  ', ' pipes ']) {
    first.postMessage(text);
  }
  first.postMessage(END);

  for await (const [result] of results as AsyncIterable<[Item]>) {
    if (result === END) break;
    console.log(result);
  }
  console.log('The pipeline is empty.');
  last.close();
} else {
  stage(workerData);
}
