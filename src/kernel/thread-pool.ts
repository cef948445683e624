/**
 * Threads from the spawner: creates them ahead of need, hands out the ready ones, and ends them.
 * Every thread is created by the spawner, which never blocks: in Chromium a worker whose creator
 * sits in `Atomics.wait` never starts.
 */
import type { Port } from './port.ts';
import type { FromSpawner, FromThread, ToSpawner, ToThread } from './protocol.ts';

export type ThreadPort = Port<FromThread, ToThread>;
type Taker = (gid: number, port: ThreadPort) => void;

export class ThreadPool {
  readonly #spawner: Port<FromSpawner, ToSpawner>;
  readonly #spares: number;
  readonly #idle: { gid: number; port: ThreadPort }[] = [];
  readonly #waiting: { take: Taker; fail: (reason: string) => void }[] = [];
  readonly #onSpare: () => void;
  readonly #onFailed: (reason: string) => void;
  #creating = 0;
  #nextGid = 1;

  /**
   * @param spares how many threads stand ready beyond those in use
   * @param onSpare is called whenever a thread has become ready and nobody waits for it
   * @param onFailed is called when one could not be made and nobody waits for it
   */
  constructor(
    spawner: Port<FromSpawner, ToSpawner>,
    spares: number,
    onSpare: () => void,
    onFailed: (reason: string) => void,
  ) {
    this.#spawner = spawner;
    this.#spares = spares;
    this.#onSpare = onSpare;
    this.#onFailed = onFailed;
    spawner.onmessage = ({ data, ports }) => this.#onSpawner(data, ports);
    this.#replenish();
  }

  get hasIdle(): boolean {
    return this.#idle.length > 0;
  }

  /** Calls `take` with a ready thread, now or as soon as there is one. */
  acquire(take: Taker, fail: (reason: string) => void): void {
    const thread = this.#idle.shift();
    if (thread) take(thread.gid, thread.port);
    else this.#waiting.push({ take, fail });
    this.#replenish();
  }

  /** Ends a thread, whatever it is doing. */
  end(gid: number, port: ThreadPort): void {
    port.onmessage = null;
    port.close();
    this.#spawner.postMessage({ type: 'terminate', gid });
  }

  #replenish(): void {
    const wanted = this.#spares + this.#waiting.length;
    while (this.#idle.length + this.#creating < wanted) {
      this.#creating++;
      this.#spawner.postMessage({ type: 'create', gid: this.#nextGid++ });
    }
  }

  #onSpawner(message: FromSpawner, ports: readonly unknown[]): void {
    switch (message.type) {
      case 'created': {
        const port = ports[0] as ThreadPort;
        port.onmessage = ({ data }) => {
          if (data.type === 'ready') this.#onReady(message.gid, port);
        };
        return;
      }
      case 'failed': {
        this.#creating--;
        const next = this.#waiting.shift();
        if (next) next.fail(message.reason);
        else this.#onFailed(message.reason);
        return;
      }
      default:
        throw new TypeError(`The spawner sent an unknown message: ${JSON.stringify(message)}`);
    }
  }

  #onReady(gid: number, port: ThreadPort): void {
    this.#creating--;
    const next = this.#waiting.shift();
    if (next) next.take(gid, port);
    else {
      this.#idle.push({ gid, port });
      this.#onSpare();
    }
  }
}
