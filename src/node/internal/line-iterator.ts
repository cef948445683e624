/**
 * `for await (const line of interface)`: Node's `events.on(interface, 'line')`, with its marks: a
 * reader that is behind pauses the interface.
 */
import type { EventEmitter } from '../events.ts';

/** Lines that may wait before the interface is paused, and below which it goes on. */
const HIGH = 1024;
const LOW = 1;

type Source = EventEmitter & { pause(): unknown; resume(): unknown; closed: boolean | undefined };
type Step = IteratorResult<string, undefined>;

export class LineIterator {
  readonly #source: Source;
  readonly #waiting: string[] = [];
  readonly #readers: PromiseWithResolvers<Step>[] = [];
  #isPaused = false;
  #isDone = false;
  #failure: { error: unknown } | undefined;
  readonly #listeners: readonly (readonly [string, (what: never) => void])[];

  constructor(source: Source) {
    this.#source = source;
    this.#listeners = [
      ['line', (line: string) => this.#take(line)],
      ['error', (error: unknown) => this.#fail(error)],
      ['close', () => this.#end()],
    ];
    for (const [name, listener] of this.#listeners) source.on(name, listener as () => void);
    if (source.closed) this.#end();
  }

  /** What Node's own tests look at. */
  get [Symbol.for('nodejs.watermarkData')](): object {
    const [size, isPaused] = [() => this.#waiting.length, () => this.#isPaused];
    return {
      get size() {
        return size();
      },
      get isPaused() {
        return isPaused();
      },
      low: LOW,
      high: HIGH,
    };
  }

  next(): Promise<Step> {
    const value = this.#waiting.shift();
    if (value !== undefined) {
      if (this.#isPaused && this.#waiting.length < LOW) {
        this.#isPaused = false;
        if (!this.#source.closed) this.#source.resume();
      }
      return Promise.resolve({ value, done: false });
    }
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure) return Promise.reject(failure.error);
    if (this.#isDone) return this.#end();
    const reader = Promise.withResolvers<Step>();
    this.#readers.push(reader);
    return reader.promise;
  }

  return(): Promise<Step> {
    return this.#end();
  }

  throw(error: unknown): void {
    this.#fail(error);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #take(value: string): void {
    const reader = this.#readers.shift();
    if (reader) return reader.resolve({ value, done: false });
    this.#waiting.push(value);
    if (this.#isPaused || this.#waiting.length <= HIGH) return;
    this.#isPaused = true;
    this.#source.pause();
  }

  #fail(error: unknown): void {
    const reader = this.#readers.shift();
    if (reader) reader.reject(error);
    else this.#failure = { error };
    void this.#end();
  }

  #end(): Promise<Step> {
    for (const [name, listener] of this.#listeners) {
      this.#source.removeListener(name, listener as () => void);
    }
    this.#isDone = true;
    for (const reader of this.#readers.splice(0)) reader.resolve({ value: undefined, done: true });
    return Promise.resolve({ value: undefined, done: true });
  }
}
