/** `node:timers`. Follows `lib/timers.js` and `lib/internal/timers.js`. */
import { apply, floor, SafeMap } from '../shared/intrinsics.ts';
import type { AsyncContext } from './internal/async-context.ts';
import type { EventLoop, LoopImmediate, LoopTimer } from './internal/event-loop.ts';
import { validateFunction } from './internal/validators.ts';
import type { Warn } from './internal/warnings.ts';

/** The longest delay in milliseconds that a timer can have; a longer one becomes 1 ms. */
export const TIMEOUT_MAX = 2 ** 31 - 1;

export type Callback = (...args: unknown[]) => unknown;

export interface TimersOptions {
  loop: EventLoop;
  context: AsyncContext;
  warn: Warn;
}

export type Timers = ReturnType<typeof createTimers>;

export class Timeout implements LoopTimer {
  due = 0;
  sequence = 0;
  isReferenced = true;
  isActive = false;
  readonly #loop: EventLoop;
  readonly #callback: (timer: Timeout) => void;
  readonly #delay: number;
  readonly #id: number;
  #period: number | null;
  readonly #onEnd: (id: number) => void;
  #isDestroyed = false;

  constructor(
    loop: EventLoop,
    id: number,
    callback: (timer: Timeout) => void,
    delay: number,
    repeats: boolean,
    onEnd: (id: number) => void,
  ) {
    this.#loop = loop;
    this.#id = id;
    this.#callback = callback;
    this.#delay = delay;
    this.#period = repeats ? delay : null;
    this.#onEnd = onEnd;
    loop.addTimer(this, delay);
  }

  fire(): void {
    this.#loop.firing = this;
    try {
      this.#callback(this);
    } finally {
      this.#loop.firing = undefined;
      if (this.#period !== null && !this.#isDestroyed) this.#loop.addTimer(this, this.#period);
      else if (!this.isActive) this.#end();
    }
  }

  /** As in Node, these leave alone what is no timer. */
  ref(): this {
    if (#loop in this) this.#loop.setTimerReferenced(this, true);
    return this;
  }

  unref(): this {
    if (#loop in this) this.#loop.setTimerReferenced(this, false);
    return this;
  }

  hasRef(): boolean {
    return this.isReferenced;
  }

  /** Starts the delay anew, without making a new object. */
  refresh(): this {
    this.#isDestroyed = false;
    this.#loop.clearTimer(this);
    this.#loop.addTimer(this, this.#delay);
    return this;
  }

  close(): this {
    this.#loop.clearTimer(this);
    this.#end();
    return this;
  }

  get isCleared(): boolean {
    return this.#isDestroyed;
  }

  get _destroyed(): boolean {
    return !this.isActive && this.#isDestroyed;
  }

  /** The period of an interval, which Node's own programs are known to set; null for none. */
  get _repeat(): number | null {
    return this.#period;
  }

  set _repeat(period: number | null) {
    this.#period = period;
  }

  [Symbol.toPrimitive](): number {
    return this.#id;
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #end(): void {
    this.#isDestroyed = true;
    this.#onEnd(this.#id);
  }
}

export class Immediate implements LoopImmediate {
  isReferenced = true;
  isActive = true;
  readonly #loop: EventLoop;
  readonly #callback: (immediate: Immediate) => void;

  constructor(loop: EventLoop, callback: (immediate: Immediate) => void) {
    this.#loop = loop;
    this.#callback = callback;
    loop.addImmediate(this);
  }

  fire(): void {
    this.#callback(this);
  }

  ref(): this {
    this.#loop.setImmediateReferenced(this, true);
    return this;
  }

  unref(): this {
    this.#loop.setImmediateReferenced(this, false);
    return this;
  }

  hasRef(): boolean {
    return this.isReferenced;
  }

  get _destroyed(): boolean {
    return !this.isActive;
  }

  [Symbol.dispose](): void {
    this.#loop.clearImmediate(this);
  }
}

export function createTimers({ loop, context, warn }: TimersOptions) {
  const byId = new SafeMap<number, Timeout>();
  let nextId = 1;
  const toDelay = createToDelay(warn);

  const start = (
    callback: Callback,
    delay: unknown,
    args: unknown[],
    repeats: boolean,
  ): Timeout => {
    validateFunction(callback, 'callback');
    const id = nextId++;
    const bound = context.bind((timer: Timeout) => void apply(callback, timer, args));
    const timer = new Timeout(loop, id, bound, toDelay(delay), repeats, (ended) =>
      byId.delete(ended),
    );
    byId.set(id, timer);
    return timer;
  };

  const clear = (timer: unknown): void => {
    if (timer instanceof Timeout) timer.close();
    else if (typeof timer === 'number' || typeof timer === 'string') byId.get(+timer)?.close();
  };

  return {
    setTimeout: (callback: Callback, delay?: unknown, ...args: unknown[]): Timeout =>
      start(callback, delay, args, false),
    setInterval: (callback: Callback, delay?: unknown, ...args: unknown[]): Timeout =>
      start(callback, delay, args, true),
    setImmediate: (callback: Callback, ...args: unknown[]): Immediate => {
      validateFunction(callback, 'callback');
      const bound = context.bind((self: Immediate) => void apply(callback, self, args));
      return new Immediate(loop, bound);
    },
    clearTimeout: (timer: unknown): void => clear(timer),
    clearInterval: (timer: unknown): void => clear(timer),
    clearImmediate: (immediate: unknown): void => {
      if (immediate instanceof Immediate) loop.clearImmediate(immediate);
    },
  };
}

/** As in Node, only the first delay that is not a number is warned of, and every other bad one. */
function createToDelay(warn: Warn): (delay: unknown) => number {
  let hasWarnedOfNaN = false;
  const warnOfNaN = (): void => {
    if (hasWarnedOfNaN) return;
    hasWarnedOfNaN = true;
    warn('NaN is not a number.\nTimeout duration was set to 1.', 'TimeoutNaNWarning');
  };
  return (delay) => toDelay(delay, warn, warnOfNaN);
}

function toDelay(delay: unknown, warn: Warn, warnOfNaN: () => void): number {
  const number = Number(delay);
  if (number >= 1 && number <= TIMEOUT_MAX) return floor(number);
  if (number > TIMEOUT_MAX) {
    const message = `${number} does not fit into a 32-bit signed integer.\nTimeout duration was set to 1.`;
    warn(message, 'TimeoutOverflowWarning');
  } else if (number < 0) {
    warn(
      `${number} is a negative number.\nTimeout duration was set to 1.`,
      'TimeoutNegativeWarning',
    );
  } else if (delay !== undefined && Number.isNaN(number)) {
    warnOfNaN();
  }
  return 1;
}
