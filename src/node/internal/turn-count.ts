/**
 * Counts what a thread does without letting its loop turn. No answer can reach it meanwhile, so this
 * alone tells a burst from a program that starts processes, or sends messages, without end.
 */
import { getOwnPropertyDescriptor, ownKeys, SafeSet, wait } from '../../shared/intrinsics.ts';
import type { EventLoop } from './event-loop.ts';

/** Messages, or kilobytes of them, that a thread sends at full speed without turning its loop. */
export const FULL_SPEED = 200_000;
/** Of so many messages one is weighed with what it contains, and counts for all of them. */
const SAMPLE = 64;
/** Values that are weighed of one message. */
const MOST_WEIGHED = 1000;
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
  #presses = 0;
  static #never: Int32Array | undefined;

  constructor(loop: Pick<EventLoop, 'activity'>, pause: () => void = Brake.#sleep) {
    this.#sent = new TurnCount(loop);
    this.#pause = pause;
  }

  /** Before `message` is sent. */
  press(message: unknown): void {
    const isSample = ++this.#presses % SAMPLE === 0;
    const weight = isSample ? SAMPLE * weighAll(message) : weigh(message);
    if (this.#sent.add(1 + weight) > FULL_SPEED) this.#pause();
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

/** With what the message contains. A getter of the program's would run once more, so it is left out. */
function weighAll(message: unknown): number {
  const found = new SafeSet<unknown>();
  found.add(message);
  let weight = 0;
  // A set goes on with what is added meanwhile.
  const weighOne = (value: unknown): void => {
    weight += weigh(value);
    if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return;
    const keys = ownKeys(value);
    for (let at = 0; at < keys.length && found.size < MOST_WEIGHED; at++) {
      found.add(getOwnPropertyDescriptor(value, keys[at] as PropertyKey)?.value);
    }
  };
  try {
    found.forEach(weighOne);
  } catch {
    // A proxy whose traps throw cannot be sent either; whoever sends it is told so by the browser.
  }
  return weight;
}
