/**
 * Which thread holds the other end of each port, so that a port closes also when that thread is
 * ended from outside: it runs no code any more that could say so, and only some browsers do.
 *
 * Whoever hands a port on says over it who gets it, as far as that is certain, and whoever gets one
 * says over it who has it now; the message itself tells the new holder of the port who holds the other
 * end. The kernel is asked to tell of the end of that thread. What it has sent may still be on its
 * way then, the word of a new holder too, so a port closes only when a further answer of the
 * kernel has found nothing new at it. Until then it keeps the thread alive: Node closes it at once.
 */
import { SafeMap, SafeSet } from '../../shared/intrinsics.ts';
import type { EventLoop } from './event-loop.ts';
import type { System } from './system.ts';

/** A thread of this process; null where it is not known. */
export type Holder = number | null;

/** What is known of a port. */
export interface Held {
  /** Who holds the other end. */
  holder: Holder;
  /** How many messages have arrived. */
  heard: number;
}

export interface HoldersOptions<Port> {
  /** This thread's number. */
  own: number;
  loop: Pick<EventLoop, 'ref' | 'unref'>;
  system: Pick<System, 'post' | 'on'>;
  /** Gives what is known of a port, and sees to it that what has come there arrives, and is counted. */
  read: (port: Port) => Held;
  /** Calls `action` when a port that is read now has got what had come to it. */
  afterDelivery: (action: () => void) => void;
  /** Is told of a port at which nothing can arrive any more. */
  orphan: (port: Port) => void;
}

export class PortHolders<Port extends object> {
  readonly #options: HoldersOptions<Port>;
  /** By the holder of their other end: how much had arrived when its end was told, or -1 before. */
  readonly #watched = new SafeMap<number, SafeMap<Port, number>>();
  /** Those of them that have ended. */
  readonly #gone = new SafeSet<number>();
  /** What waits until the ports of such a thread have closed. */
  readonly #waiting = new SafeMap<number, () => void>();

  constructor(options: HoldersOptions<Port>) {
    this.#options = options;
    options.system.on('thread-gone', ({ tid }) => this.#onGone(tid));
  }

  set(port: Port, held: Held, holder: Holder): void {
    this.forget(port, held);
    held.holder = holder;
    if (holder === null || holder === this.#options.own) return;
    const ports = this.#watched.get(holder);
    if (ports) ports.set(port, -1);
    else {
      const first = new SafeMap<Port, number>();
      this.#watched.set(holder, first.set(port, -1));
      this.#options.system.post({ type: 'watch-thread', tid: holder });
    }
  }

  /** It is closed, or no longer this thread's. */
  forget(port: Port, { holder }: Held): void {
    if (holder !== null) this.#watched.get(holder)?.delete(port);
  }

  /**
   * Calls `action` when the ports whose other ends thread `tid` held have closed; at once, where none is
   * known or the thread's end was not told.
   */
  whenSettled(tid: number, action: () => void): void {
    if (this.#gone.has(tid)) this.#waiting.set(tid, action);
    else action();
  }

  #onGone(tid: number): void {
    const ports = this.#watched.get(tid);
    if (!ports) return;
    const { loop, read, orphan, system, afterDelivery } = this.#options;
    if (!this.#gone.has(tid)) loop.ref();
    this.#gone.add(tid);
    const quiet = new SafeSet<Port>();
    ports.forEach((before, port) => {
      const { heard } = read(port);
      if (before === heard) quiet.add(port);
      else ports.set(port, heard);
    });
    quiet.forEach((port) => {
      ports.delete(port);
      orphan(port);
    });
    if (ports.size > 0) return afterDelivery(() => system.post({ type: 'watch-thread', tid }));
    this.#watched.delete(tid);
    this.#gone.delete(tid);
    this.#waiting.get(tid)?.();
    this.#waiting.delete(tid);
    loop.unref();
  }
}
