import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';

/** Lives in the main thread, which hands the tasks out. */
class TaskQueue extends EventEmitter {
  readonly #tasks: string[] = [];
  #unfinished = 0;

  put(task: string): void {
    this.#unfinished++;
    this.#tasks.push(task);
    this.emit('put');
  }

  async get(): Promise<string> {
    while (this.#tasks.length === 0) await once(this, 'put');
    return this.#tasks.shift() as string;
  }

  taskDone(): void {
    if (--this.#unfinished === 0) this.emit('all done');
  }

  async join(): Promise<void> {
    if (this.#unfinished > 0) await once(this, 'all done');
  }
}

const start = (role: string) =>
  new Worker(import.meta.filename, { workerData: role });

if (workerData === null) {
  const tasks = new TaskQueue();
  const done: string[] = [];
  const producers = ['a', 'b'].map(start);
  const consumers = Array.from({ length: 3 }, () => start('consumer'));

  for (const producer of producers) {
    producer.on('message', (task: string) => tasks.put(task));
  }
  async function serve(consumer: Worker): Promise<never> {
    for (;;) {
      consumer.postMessage(await tasks.get());
      const [result] = await once(consumer, 'message');
      done.push(result);
      tasks.taskDone();
    }
  }
  for (const consumer of consumers) void serve(consumer);

  await Promise.all(producers.map((thread) => once(thread, 'exit')));
  console.log('All tasks are handed in.');
  await tasks.join(); // Until taskDone() was called for every task.
  console.log(`Done: ${done.sort().join(', ')}`);
  await Promise.all(consumers.map((thread) => thread.terminate()));
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
