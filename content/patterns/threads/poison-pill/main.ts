import { once } from 'node:events';
import {
  isMainThread,
  parentPort,
  Worker,
  workerData,
} from 'node:worker_threads';

type Task = number | null;
const PILL = null; // A copy of null is null; of an object it is not.

class TaskQueue {
  readonly #tasks: Task[] = [];
  readonly #takers: ((task: Task) => void)[] = [];

  put(task: Task): void {
    const taker = this.#takers.shift();
    if (taker) taker(task);
    else this.#tasks.push(task);
  }

  get(): Promise<Task> {
    const task = this.#tasks.shift();
    if (task !== undefined) return Promise.resolve(task);
    return new Promise((resolve) => this.#takers.push(resolve));
  }
}

function consume(task: Task): void {
  if (task !== PILL) return parentPort?.postMessage(task * task);
  console.log(`Consumer ${workerData} stops.`);
  parentPort?.close(); // Nothing more to wait for: the thread ends.
}

async function main(): Promise<void> {
  const tasks = new TaskQueue();
  const squares: number[] = [];
  const serve = async (name: string): Promise<void> => {
    const url = new URL(import.meta.url);
    const consumer = new Worker(url, { workerData: name });
    const exit = once(consumer, 'exit');
    for (;;) {
      const task = await tasks.get();
      consumer.postMessage(task);
      if (task === PILL) break;
      const [square] = (await once(consumer, 'message')) as [number];
      squares.push(square);
    }
    await exit;
  };
  const consumers = ['A', 'B', 'C'].map(serve);

  for (let number = 1; number <= 6; number++) tasks.put(number);
  for (const _ of consumers) tasks.put(PILL); // Behind all the tasks.

  await Promise.all(consumers);
  const sum = squares.reduce((total, square) => total + square, 0);
  console.log(`The sum of the squares is ${sum}.`);
}

if (isMainThread) await main();
else parentPort?.on('message', consume);
