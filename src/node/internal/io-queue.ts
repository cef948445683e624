/**
 * Work whose result comes in a later turn of the event loop, as Node's thread pool gives it. Three
 * turns of the browser lie between, so that immediates set beside it, which wait for one turn, come
 * first, as in Node.
 */
import type { EventLoop } from './event-loop.ts';
import { nativePort } from './native-port.ts';

export class IoQueue {
  readonly #loop: EventLoop;
  readonly #jobs: (() => void)[] = [];
  #port: MessagePort | undefined;

  constructor(loop: EventLoop) {
    this.#loop = loop;
  }

  /** Keeps the thread alive until `done` has been called with what came of `work`. */
  run(work: () => unknown, done: (error: unknown, value?: unknown) => void): void {
    this.#loop.ref();
    this.#later(() => {
      const settle = attempt(work);
      const finish = (): void =>
        this.#loop.dispatch(() => {
          this.#loop.unref();
          settle(done);
        });
      this.#later(() => this.#later(finish));
    });
  }

  #later(job: () => void): void {
    this.#port ??= this.#open();
    this.#jobs.push(job);
    nativePort.post(this.#port, 0);
  }

  #open(): MessagePort {
    const { port1, port2 } = nativePort.channel();
    nativePort.listen(port2, 'message', () => this.#jobs.shift()?.());
    nativePort.start(port2);
    return port1;
  }
}

type Settle = (done: (error: unknown, value?: unknown) => void) => void;

function attempt(work: () => unknown): Settle {
  try {
    const value = work();
    return (done) => done(null, value);
  } catch (error) {
    return (done) => done(error);
  }
}
