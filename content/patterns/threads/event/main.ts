import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

/** What threading.Event is: a flag that threads can sleep on. */
class SharedEvent {
  readonly #flag: Int32Array<SharedArrayBuffer>;

  constructor(memory: SharedArrayBuffer) {
    this.#flag = new Int32Array(memory);
  }

  isSet(): boolean {
    return Atomics.load(this.#flag, 0) === 1;
  }

  set(): void {
    Atomics.store(this.#flag, 0, 1);
    Atomics.notify(this.#flag, 0); // Everybody who waits.
  }

  wait(): void {
    Atomics.wait(this.#flag, 0, 0); // Sleeps only while it is 0.
  }
}

function start(name: string, memory: SharedArrayBuffer) {
  const url = new URL(import.meta.url);
  const thread = new Worker(url, { workerData: { name, memory } });
  return once(thread, 'exit');
}

const python = (truth: boolean) => (truth ? 'True' : 'False');

if (isMainThread) {
  const memory = new SharedArrayBuffer(4);
  const opened = new SharedEvent(memory);
  const early = [1, 2, 3].map((n) => start(`Early ${n}`, memory));

  console.log(`Main: open before set(): ${python(opened.isSet())}`);
  opened.set();
  await Promise.all(early);

  await start('Late', memory);
  console.log(`Main: still open: ${python(opened.isSet())}`);
} else {
  const opened = new SharedEvent(workerData.memory);
  opened.wait();
  console.log(`${workerData.name}: goes in`);
}
