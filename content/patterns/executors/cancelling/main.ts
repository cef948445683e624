import { once } from 'node:events';

type Task = (stop: AbortSignal) => Promise<string>;
interface Job {
  task: Task;
  stop: AbortSignal;
  settle: PromiseWithResolvers<string>;
}

/** One task at a time; those that wait can be taken out again. */
class SerialExecutor {
  readonly #waiting: Job[] = [];
  #busy = false;

  submit(task: Task, stop: AbortSignal) {
    const settle = Promise.withResolvers<string>();
    settle.promise.catch(() => undefined); // Nobody has to look.
    const job: Job = { task, stop, settle };
    this.#waiting.push(job);
    if (!this.#busy) this.#run();
    const cancel = (): boolean => {
      const place = this.#waiting.indexOf(job);
      if (place === -1) return false; // Running, or over.
      this.#waiting.splice(place, 1);
      settle.reject(new DOMException('Cancelled', 'AbortError'));
      return true;
    };
    return { result: settle.promise, cancel };
  }

  async #run(): Promise<void> {
    this.#busy = true;
    for (let job = this.#waiting.shift(); job !== undefined; ) {
      const { resolve, reject } = job.settle;
      await job.task(job.stop).then(resolve, reject);
      job = this.#waiting.shift();
    }
    this.#busy = false;
  }
}

function work(name: string): Task {
  return async (stop) => {
    if (!stop.aborted) await once(stop, 'abort'); // Long work.
    return `${name} has ended`;
  };
}

const controller = new AbortController();
const executor = new SerialExecutor();
const running = executor.submit(work('The first'), controller.signal);
const waiting = executor.submit(work('The second'), controller.signal);
const outcome = waiting.result.catch((error: Error) => error.name);

const futures = { first: running, second: waiting };
for (const [name, future] of Object.entries(futures)) {
  const done = future.cancel() ? 'yes' : 'no';
  console.log(`Cancelled the ${name}: ${done}`);
}

controller.abort(); // The running task has to be asked.
console.log(`${await running.result}.`);
if ((await outcome) === 'AbortError') {
  console.log('The second never began.');
}
