import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';

/** Lives in the main thread, which hands the tasks out. */
class TaskQueue extends EventEmitter {
  readonly #tasks: string[] = [];
  readonly #takers: ((task: string) => void)[] = [];
  #unfinished = 0;

  put(task: string): void {
    this.#unfinished++;
    const taker = this.#takers.shift();
    if (taker) taker(task);
    else this.#tasks.push(task);
  }

  get(): Promise<string> {
    const task = this.#tasks.shift();
    if (task !== undefined) return Promise.resolve(task);
    return new Promise((resolve) => this.#takers.push(resolve));
  }

  taskDone(): void {
    if (--this.#unfinished === 0) this.emit('all done');
  }

  async join(): Promise<void> {
    if (this.#unfinished > 0) await once(this, 'all done');
  }
}

const start = (role: string) =>
  new Worker(new URL(import.meta.url), { workerData: role });

async function main(): Promise<void> {
  const tasks = new TaskQueue();
  const done: string[] = [];
  const producers = ['a', 'b'].map(start);
  const consumers = Array.from({ length: 3 }, () => start('consumer'));

  for (const producer of producers) {
    producer.on('message', (task: string) => tasks.put(task));
  }
  consumers.forEach(async (consumer) => {
    for (;;) {
      consumer.postMessage(await tasks.get());
      const [result] = (await once(consumer, 'message')) as [string];
      done.push(result);
      tasks.taskDone();
    }
  });

  await Promise.all(producers.map((thread) => once(thread, 'exit')));
  console.log('All tasks are handed in.');
  await tasks.join(); // Until taskDone() was called for every task.
  console.log(`Done: ${done.sort().join(', ')}`);
  await Promise.all(consumers.map((thread) => thread.terminate()));
}

if (workerData === null) {
  await main();
} else if (workerData === 'consumer') {
  parentPort?.on('message', (task: string) => {
    parentPort?.postMessage(task.toUpperCase());
  });
} else {
  for (const number of [1, 2, 3]) {
    await sleep(20); // Stands for reading from somewhere.
    parentPort?.postMessage(`${workerData}${number}`);
  }
}
