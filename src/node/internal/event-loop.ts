/**
 * The event loop of one thread, over the browser's: Node's phases, its tick queue, and its rule for
 * ending: when nothing that is referenced is left.
 *
 * One callback runs per native task, so that microtasks drain between callbacks as in Node. Due
 * timers and immediates are reached through a message channel, because native timers are clamped
 * to 4 ms when nested; a native timer serves only real sleeps. Ticks queued while microtasks run are
 * drained at the start of the next native task, that is, after all microtasks, as in Node.
 */
import { floor } from '../../shared/intrinsics.ts';
import { Queue } from '../../shared/queue.ts';
import { TimerHeap } from './timer-heap.ts';

/** What the loop needs of the browser. */
export interface LoopHost {
  /** Milliseconds since the thread began, monotonic. */
  now(): number;
  /** Runs `EventLoop.turn` as a task of its own, soon. */
  post(): void;
  /** Runs `EventLoop.turn` in `milliseconds`, cancelling what it was asked before. */
  sleep(milliseconds: number): void;
}

export interface LoopTimer {
  due: number;
  sequence: number;
  isReferenced: boolean;
  /** False once fired or cleared. */
  isActive: boolean;
  fire(): void;
}

export interface LoopImmediate {
  isReferenced: boolean;
  isActive: boolean;
  fire(): void;
}

interface LoopClosing {
  isReferenced: boolean;
  run(): void;
}

export class EventLoop {
  readonly #host: LoopHost;
  readonly #ticks = new Queue<() => void>();
  readonly #timers = new TimerHeap<LoopTimer>();
  #immediates = new Queue<LoopImmediate>();
  #batch = new Queue<LoopImmediate>();
  #closings: LoopClosing[] = [];
  /** Those of the present phase. */
  #closingBatch: LoopClosing[] = [];
  #phase: 'timers' | 'poll' | 'check' | 'closing' = 'timers';
  /** The browser has had a turn of its own since the phase of polling began. */
  #hasPolled = false;
  #references = 0;
  #liveTimers = 0;
  #liveImmediates = 0;
  #liveClosings = 0;
  #sequence = 0;
  /** The loop's time in whole milliseconds. */
  #now: number;
  /** When the present phase of timers began, as time and as sequence. */
  #timersNow = 0;
  #timersSequence = 0;
  #isInside = false;
  #isPosted = false;
  #isStopped = false;
  /** The present round began with something that keeps the loop alive. */
  #isRound = false;
  #idleTurns = 0;
  /** Milliseconds spent waiting; since when it waits, or a negative number. */
  #idleTime = 0;
  #idleSince = -1;
  #loopStart = -1;
  #activity = 0;

  firing: (LoopTimer & { readonly isCleared: boolean }) | undefined;

  /** Called when nothing referenced is left; may start new work. */
  onIdle: () => void = () => this.stop();
  /** Called with what a callback threw. */
  onError: (error: unknown) => void = (error) => {
    throw error;
  };

  /** Called with what {@link onError} threw: the runtime itself failed. */
  onFault: (error: unknown) => void = (error) => {
    throw error;
  };

  constructor(host: LoopHost) {
    this.#host = host;
    this.#now = floor(host.now());
  }

  get isAlive(): boolean {
    return (
      this.#references > 0 ||
      this.#liveTimers > 0 ||
      this.#liveImmediates > 0 ||
      this.#liveClosings > 0
    );
  }

  /** A timer whose callback runs counts as well, unless it has been cleared. */
  get #firing(): number {
    return this.firing?.isReferenced && !this.firing.isCleared && !this.firing.isActive ? 1 : 0;
  }

  /** What keeps the loop going, by the names of Node's `getActiveResourcesInfo`. */
  get activeKinds(): string[] {
    return [
      ...Array.from({ length: this.#liveTimers + this.#firing }, () => 'Timeout'),
      ...Array.from({ length: this.#liveImmediates }, () => 'Immediate'),
    ];
  }

  /** When the program had run and the loop began, in milliseconds; negative before. */
  get loopStart(): number {
    return this.#loopStart;
  }

  /** Milliseconds spent waiting for something to happen. */
  get idleTime(): number {
    return this.#idleTime;
  }

  /** How many callbacks have run: tells whether anything happened since. */
  get activity(): number {
    return this.#activity;
  }

  /** Something that keeps the thread alive has begun. */
  ref(): void {
    this.#references++;
  }

  /** The counterpart of {@link ref}. */
  unref(): void {
    if (this.#references === 0) throw new RangeError('EventLoop.unref: nothing is referenced');
    this.#references--;
    this.#arrange();
  }

  /** No callback runs from now on. */
  stop(): void {
    this.#isStopped = true;
  }

  tick(callback: () => void): void {
    this.#ticks.push(callback);
    if (!this.#isInside) this.#post();
  }

  addTimer(timer: LoopTimer, milliseconds: number): void {
    timer.due = floor(this.#host.now()) + milliseconds;
    timer.sequence = this.#sequence++;
    timer.isActive = true;
    if (timer.isReferenced) this.#liveTimers++;
    this.#timers.push(timer);
    this.#arrange();
  }

  /** A cleared timer stays in the heap, marked, until its time comes. */
  clearTimer(timer: LoopTimer): void {
    if (!timer.isActive) return;
    timer.isActive = false;
    if (timer.isReferenced) this.#liveTimers--;
    this.#arrange();
  }

  setTimerReferenced(timer: LoopTimer, isReferenced: boolean): void {
    if (timer.isReferenced === isReferenced) return;
    timer.isReferenced = isReferenced;
    if (timer.isActive) this.#liveTimers += isReferenced ? 1 : -1;
    this.#arrange();
  }

  addImmediate(immediate: LoopImmediate): void {
    this.#immediates.push(immediate);
    this.#liveImmediates++;
    this.#arrange();
  }

  clearImmediate(immediate: LoopImmediate): void {
    if (!immediate.isActive) return;
    immediate.isActive = false;
    if (immediate.isReferenced) this.#liveImmediates--;
    this.#arrange();
  }

  setImmediateReferenced(immediate: LoopImmediate, isReferenced: boolean): void {
    if (immediate.isReferenced === isReferenced) return;
    immediate.isReferenced = isReferenced;
    if (immediate.isActive) this.#liveImmediates += isReferenced ? 1 : -1;
    this.#arrange();
  }

  /**
   * Runs a callback as libuv does when a handle has closed: at the end of the round, the last first.
   * One that is not referenced does not keep the loop alive, and may wait for ever.
   */
  addClosing(run: () => void, { isReferenced = true, isLast = false } = {}): void {
    const closing = { isReferenced, run };
    if (isLast) this.#closings = [closing, ...this.#closings];
    else this.#closings[this.#closings.length] = closing;
    if (isReferenced) this.#liveClosings++;
    this.#arrange();
  }

  /** Runs one callback as an I/O event: ticks first, then the callback, then its ticks. */
  dispatch(callback: () => void): void {
    if (this.#isStopped) return;
    this.#wake();
    this.#idleTurns = 0;
    this.#activity++;
    const isMidway = this.#batch.length + this.#closingBatch.length > 0;
    if (this.#phase === 'timers' || !isMidway) this.#phase = 'poll';
    this.#inside(callback);
  }

  /** One turn, called by the host. */
  turn(): void {
    this.#isPosted = false;
    if (this.#isStopped) return;
    this.#wake();
    if (this.#ticks.length > 0) {
      this.#idleTurns = 0;
      return this.#inside(() => undefined);
    }
    const next = this.#next();
    if (next) {
      this.#idleTurns = 0;
      this.#activity++;
      this.#inside(next);
    } else if (!this.isAlive && ++this.#idleTurns > 2) {
      // Two turns after the last callback every microtask has run and every rejection was reported.
      this.#idleTurns = 0;
      this.#inside(this.onIdle);
    } else {
      if (this.isAlive) this.#idleTurns = 0;
      this.#arrange();
    }
  }

  #wake(): void {
    const now = this.#host.now();
    this.#now = floor(now);
    const since = this.#idleSince >= 0 ? this.#idleSince : now;
    // A first wait is part of the loop already.
    if (this.#loopStart < 0 && this.#activity > 0) this.#loopStart = since;
    this.#idleTime += now - since;
    this.#idleSince = -1;
  }

  #inside(callback: () => void): void {
    this.#isInside = true;
    try {
      this.#drainTicks();
      this.#guard(callback);
      this.#drainTicks();
    } catch (error) {
      this.onFault(error);
    }
    this.#isInside = false;
    this.#arrange();
  }

  #drainTicks(): void {
    for (let tick = this.#ticks.shift(); tick && !this.#isStopped; tick = this.#ticks.shift()) {
      this.#guard(tick);
    }
  }

  #guard(callback: () => void): void {
    if (this.#isStopped) return;
    try {
      callback();
    } catch (error) {
      this.onError(error);
    }
  }

  /** After I/O come immediates, then timers. */
  #next(): (() => void) | undefined {
    for (let passes = 0; passes < 2; passes++) {
      // A loop that had stopped, or runs its first callback, begins a round where it is alive.
      if (this.#phase !== 'check' && !this.#isRound && this.isAlive) {
        this.#isRound = true;
        this.#readTime();
      }
      if (this.#phase === 'timers') {
        const timer = this.#takeDueTimer();
        if (timer) return () => timer.fire();
        this.#isRound = this.isAlive;
        this.#phase = 'poll';
        this.#hasPolled = false;
      }
      if (this.#phase === 'poll') {
        // What has been posted already comes before immediates, as libuv polls before it checks.
        if (!this.#hasPolled && this.#immediates.length + this.#closings.length > 0) {
          this.#hasPolled = true;
          return undefined;
        }
        this.#phase = 'check';
        this.#batch = this.#immediates;
        this.#immediates = new Queue();
      }
      for (let next = this.#batch.shift(); next; next = this.#batch.shift()) {
        const immediate = next;
        if (!immediate.isActive) continue;
        // As libuv: immediates that nothing keeps alive do not run on their own.
        if (!this.isAlive && !immediate.isReferenced) continue;
        immediate.isActive = false;
        if (immediate.isReferenced) this.#liveImmediates--;
        return () => immediate.fire();
      }
      const closing = this.#nextClosing();
      if (closing) return closing.run;
      this.#phase = 'timers';
      this.#readTime();
    }
    return undefined;
  }

  /** What a closing callback closes is for the next round. */
  #nextClosing(): LoopClosing | undefined {
    if (!this.isAlive) return undefined;
    if (this.#phase !== 'closing' && this.#closingBatch.length === 0) {
      this.#closingBatch = this.#closings;
      this.#closings = [];
    }
    this.#phase = 'closing';
    const last = this.#closingBatch.length - 1;
    const closing = this.#closingBatch[last];
    if (!closing) return undefined;
    this.#closingBatch.length = last;
    if (closing.isReferenced) this.#liveClosings--;
    return closing;
  }

  /** What is due by now is for this phase of timers. */
  #readTime(): void {
    this.#timersNow = this.#now;
    this.#timersSequence = this.#sequence;
  }

  /**
   * As in Node, a phase that takes long also fires what has become due meanwhile. What the phase
   * itself has set waits for the next: Node's callbacks are so short that it nearly always does.
   */
  #isDue(timer: LoopTimer): boolean {
    if (timer.due <= this.#timersNow) return true;
    return timer.sequence < this.#timersSequence && timer.due <= this.#now;
  }

  #takeDueTimer(): LoopTimer | undefined {
    // As libuv: no round is begun for timers that do not count; one that was begun fires them.
    if (!this.#isRound) return undefined;
    for (let timer = this.#timers.peek(); timer; timer = this.#timers.peek()) {
      if (timer.isActive && !this.#isDue(timer)) return undefined;
      this.#timers.pop();
      if (!timer.isActive) continue;
      timer.isActive = false;
      if (timer.isReferenced) this.#liveTimers--;
      return timer;
    }
    return undefined;
  }

  /** Sees to it that the next turn comes when it must. */
  #arrange(): void {
    if (this.#isInside || this.#isPosted || this.#isStopped) return;
    const isBusy = this.#ticks.length > 0 || this.#batch.length > 0 || this.#immediates.length > 0;
    if (isBusy || this.#closings.length + this.#closingBatch.length > 0) return this.#post();
    if (!this.isAlive) return this.#post();
    let timer = this.#timers.peek();
    for (; timer && !timer.isActive; timer = this.#timers.peek()) this.#timers.pop();
    const now = this.#host.now();
    if (timer && timer.due <= now) return this.#post();
    this.#idleSince = now;
    if (timer) this.#host.sleep(timer.due - now);
  }

  #post(): void {
    if (this.#isPosted || this.#isStopped) return;
    this.#isPosted = true;
    this.#host.post();
  }
}
