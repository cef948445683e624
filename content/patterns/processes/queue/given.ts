import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

type Request = { type: 'get' } | { type: 'put'; item: number };

/** One queue for both processes: the parent keeps it, a child asks. */
class SharedQueue {
  readonly #items: number[] = [];
  readonly #takers: ((item: number) => void)[] = [];

  put(item: number): void {
    const taker = this.#takers.shift();
    if (taker) taker(item);
    else this.#items.push(item);
  }

  get(): Promise<number> {
    const item = this.#items.shift();
    if (item !== undefined) return Promise.resolve(item);
    return new Promise((resolve) => this.#takers.push(resolve));
  }

  share(child: ChildProcess): void {
    child.on('message', async (request: Request) => {
      if (request.type === 'put') this.put(request.item);
      else child.send(await this.get());
    });
  }
}

async function worker(): Promise<void> {
  process.send?.({ type: 'get' });
  const [data] = (await once(process, 'message')) as [number];
  console.log(`Worker received: ${data}`);
  process.send?.({ type: 'put', item: data * 2 });
}

async function main(): Promise<void> {
  const queue = new SharedQueue();
  const child = fork(import.meta.filename, ['worker']);
  const exit = once(child, 'exit');
  queue.share(child);

  queue.put(10);
  // The mistake: this may take back the 10 that was meant for the
  // worker, who then waits for ever, and main with it.
  const result = await queue.get();
  console.log(`Main process received: ${result}`);

  await exit;
}

await (process.argv[2] === 'worker' ? worker() : main());
