/**
 * Counts what a thread does without letting its loop turn. No answer can reach it meanwhile, so this
 * alone tells a burst from a program that starts processes, or sends messages, without end.
 */
import { wait } from '../../shared/intrinsics.ts';
import type { EventLoop } from './event-loop.ts';

/** Messages, or kilobytes of them, that a thread sends at full speed without turning its loop. */
export const FULL_SPEED = 200_000;
/** What each further one costs, in milliseconds. */
const PAUSE = 1;

export class TurnCount {
  readonly #loop: Pick<EventLoop, 'activity'>;
  #turn = -1;
  #count = 0;

  constructor(loop: Pick<EventLoop, 'activity'>) {
    this.#loop = loop;
  }

  /** @returns how much there was in this turn, with `weight` added */
  add(weight = 1): number {
    if (this.#loop.activity !== this.#turn) {
      this.#turn = this.#loop.activity;
      this.#count = 0;
    }
    this.#count += weight;
    return this.#count;
  }
}

/**
 * Slows a thread that sends without end: a browser has no bound for what waits at a port, so that
 * such a program would fill the memory of the page.
 */
export class Brake {
  readonly #sent: TurnCount;
  readonly #pause: () => void;
  static #never: Int32Array | undefined;

  constructor(loop: Pick<EventLoop, 'activity'>, pause: () => void = Brake.#sleep) {
    this.#sent = new TurnCount(loop);
    this.#pause = pause;
  }

  /** Before `message` is sent. */
  press(message: unknown): void {
    if (this.#sent.add(1 + weigh(message)) > FULL_SPEED) this.#pause();
  }

  static #sleep(this: void): void {
    Brake.#never ??= new Int32Array(new SharedArrayBuffer(4));
    wait(Brake.#never, 0, 0, PAUSE);
  }
}

/** Kilobytes, as far as that is known at once. Shared memory is not copied. */
function weigh(message: unknown): number {
  if (typeof message === 'string') return message.length / 1024;
  if (message === null || typeof message !== 'object') return 0;
  const { byteLength, buffer } = message as { byteLength?: unknown; buffer?: unknown };
  if (typeof byteLength !== 'number') return 0;
  const isShared = message instanceof SharedArrayBuffer || buffer instanceof SharedArrayBuffer;
  return isShared ? 0 : byteLength / 1024;
}
