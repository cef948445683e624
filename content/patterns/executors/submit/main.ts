import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

class ThreadPool {
  readonly #idle: Worker[];
  readonly #waiting: ((worker: Worker) => void)[] = [];
  readonly #pending = new Set<Promise<number>>();

  constructor(threads: number) {
    const start = () => new Worker(new URL(import.meta.url));
    this.#idle = Array.from({ length: threads }, start);
  }

  /** The promise is the future: it settles when the task is done. */
  submit(word: string): Promise<number> {
    const future = this.#run(word);
    this.#pending.add(future);
    const forget = () => this.#pending.delete(future);
    future.then(forget, forget);
    return future;
  }

  async #run(word: string): Promise<number> {
    const worker = this.#idle.pop() ?? (await this.#nextIdle());
    worker.postMessage(word);
    const [answer] = await once(worker, 'message');
    const next = this.#waiting.shift();
    if (next) next(worker);
    else this.#idle.push(worker);
    if ('error' in answer) throw answer.error;
    return answer.result;
  }

  #nextIdle(): Promise<Worker> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** As `with` does: first everything is finished. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled(this.#pending);
    await Promise.all(this.#idle.map((worker) => worker.terminate()));
  }
}

if (isMainThread) {
  const words = ['lock', 'event', 'barrier'];
  {
    await using pool = new ThreadPool(2);
    const futures = words.map((word) => pool.submit(word));
    console.log(`Submitted ${futures.length} tasks to 2 threads.`);
    for (const [index, future] of futures.entries()) {
      console.log(`${words[index]}: ${await future}`);
    }
  }
  console.log('The threads are gone.');
} else {
  parentPort?.on('message', async (word: string) => {
    try {
      await sleep(50); // Stands for waiting, for a server for example.
      parentPort?.postMessage({ result: word.length });
    } catch (error) {
      parentPort?.postMessage({ error }); // The thread lives on.
    }
  });
}
