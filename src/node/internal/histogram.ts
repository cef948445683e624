/**
 * Histograms as `node:perf_hooks` has them: a high dynamic range histogram, that keeps the given
 * number of significant figures of every value from `lowest` to `highest`. Follows HdrHistogram's
 * arithmetic, which Node uses, so that the same records give the same figures.
 */
import { invalidArgType, invalidArgValue, outOfRange } from './errors.ts';
import { inspect } from './inspect.ts';
import { validateInteger, validateNumber, validateObject } from './validators.ts';

export interface HistogramOptions {
  lowest?: number | bigint;
  highest?: number | bigint;
  /** Significant figures, 1 to 5. */
  figures?: number;
}

/** Counted values, by the lowest value of their class. */
export class Histogram {
  readonly #highest: number;
  readonly #unit: number;
  readonly #subBuckets: number;
  readonly #counts = new Map<number, number>();
  #total = 0;
  #exceeds = 0;
  #min = Number.POSITIVE_INFINITY;
  #max = 0;

  constructor(lowest: number, highest: number, figures: number) {
    this.#highest = highest;
    this.#unit = Math.floor(Math.log2(lowest));
    this.#subBuckets = 2 ** Math.ceil(Math.log2(2 * 10 ** figures));
  }

  get count(): number {
    return this.#total;
  }

  get countBigInt(): bigint {
    return BigInt(this.count);
  }

  get exceeds(): number {
    return this.#exceeds;
  }

  get exceedsBigInt(): bigint {
    return BigInt(this.exceeds);
  }

  get min(): number {
    return Number(this.minBigInt);
  }

  get minBigInt(): bigint {
    return this.#total === 0 ? 2n ** 63n - 1n : BigInt(this.#lowestOf(this.#min));
  }

  get max(): number {
    return this.#total === 0 ? 0 : this.#highestOf(this.#max);
  }

  get maxBigInt(): bigint {
    return BigInt(this.max);
  }

  get mean(): number {
    let sum = 0;
    for (const [value, count] of this.#counts) sum += this.#medianOf(value) * count;
    return sum / this.#total;
  }

  get stddev(): number {
    return Math.sqrt(this.#moment(2));
  }

  /** Of fewer than three values none, as in Node. */
  get skewness(): number {
    const { stddev } = this;
    return this.#total > 2 && stddev > 0 ? this.#moment(3) / stddev ** 3 : 0;
  }

  /** In excess of a normal distribution's; of fewer than four values none, as in Node. */
  get kurtosis(): number {
    const variance = this.#moment(2);
    return this.#total > 3 && variance > 0 ? this.#moment(4) / variance ** 2 - 3 : 0;
  }

  /** The mean of a power of the distances from the mean. */
  #moment(power: number): number {
    const { mean } = this;
    let sum = 0;
    for (const [value, count] of this.#counts) {
      sum += (this.#medianOf(value) - mean) ** power * count;
    }
    return sum / this.#total;
  }

  /** @param percentile above 0, at most 100 */
  percentile(percentile: number): number {
    validateNumber(percentile, 'percentile');
    if (!(percentile > 0 && percentile <= 100)) {
      throw outOfRange('percentile', '> 0 && <= 100', percentile);
    }
    const wanted = Math.max(1, Math.floor((percentile / 100) * this.#total + 0.5));
    let seen = 0;
    for (const [value, count] of this.#sorted()) {
      seen += count;
      if (seen >= wanted) return this.#highestOf(value);
    }
    return 0;
  }

  percentileBigInt(percentile: number): bigint {
    return BigInt(this.percentile(percentile));
  }

  /** Halving the distance to 100 from one to the next. */
  get percentiles(): Map<number, number> {
    const all = new Map<number, number>();
    let next = 0;
    let seen = 0;
    let last = 0;
    for (const [value, count] of this.#sorted()) {
      seen += count;
      last = value;
      const reached = (100 * seen) / this.#total;
      while (next <= reached && seen < this.#total) {
        all.set(next, value);
        next += 100 / 2 ** (Math.floor(Math.log2(100 / (100 - next))) + 1);
      }
      if (seen === this.#total && next <= 100) all.set(next, value);
    }
    return all.set(100, last);
  }

  get percentilesBigInt(): Map<number, bigint> {
    return new Map([...this.percentiles].map(([at, value]) => [at, BigInt(value)]));
  }

  reset(): void {
    this.#counts.clear();
    this.#total = 0;
    this.#exceeds = 0;
    this.#min = Number.POSITIVE_INFINITY;
    this.#max = 0;
  }

  /** @returns whether `value` is within the range */
  protected put(value: number, count = 1): boolean {
    if (value > this.#highest) {
      this.#exceeds += count;
      return false;
    }
    const key = this.#lowestOf(value);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
    this.#total += count;
    this.#min = Math.min(this.#min, value);
    this.#max = Math.max(this.#max, value);
    return true;
  }

  protected putAll(other: Histogram): void {
    for (const [value, count] of other.#counts) this.put(value, count);
    this.#exceeds += other.#exceeds;
    this.#max = Math.max(this.#max, Math.min(other.#max, this.#highest));
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth: number, options: object): string {
    if (depth < 0) return '[RecordableHistogram]';
    const { min, max, mean, exceeds, stddev, skewness, kurtosis, count, percentiles } = this;
    const shown = { min, max, mean, exceeds, stddev, skewness, kurtosis, count, percentiles };
    return `Histogram ${inspect(shown, options)}`;
  }

  #sorted(): [value: number, count: number][] {
    return [...this.#counts].sort(([one], [other]) => one - other);
  }

  /** How many values are told from one another no more, at `value`: a power of two. */
  #widthAt(value: number): number {
    const bits = Math.max(
      Math.floor(Math.log2(Math.max(value, 1))) + 1,
      Math.log2(this.#subBuckets) + this.#unit,
    );
    return 2 ** (bits - Math.log2(this.#subBuckets));
  }

  #lowestOf(value: number): number {
    const width = this.#widthAt(value);
    return Math.floor(value / width) * width;
  }

  #highestOf(value: number): number {
    return this.#lowestOf(value) + this.#widthAt(value) - 1;
  }

  #medianOf(value: number): number {
    return this.#lowestOf(value) + Math.floor(this.#widthAt(value) / 2);
  }
}

/** What `createHistogram` makes: a program records what it likes. */
export class RecordableHistogram extends Histogram {
  readonly #now: () => number;
  #previous = 0;

  /** @param now milliseconds, monotonic */
  constructor(lowest: number, highest: number, figures: number, now: () => number) {
    super(lowest, highest, figures);
    this.#now = now;
  }

  record(value: number | bigint): void {
    if (typeof value === 'bigint') {
      this.put(Number(value));
      return;
    }
    if (!Number.isSafeInteger(value)) throw invalidArgType('val', ['integer', 'bigint'], value);
    if (value < 1) throw outOfRange('val', `>= 1 && <= ${Number.MAX_SAFE_INTEGER}`, value);
    this.put(value);
  }

  /** Records the nanoseconds since the last call of this method. */
  recordDelta(): void {
    const now = this.#now();
    if (this.#previous > 0) this.put(Math.max(1, Math.round((now - this.#previous) * 1e6)));
    this.#previous = now;
  }

  add(other: unknown): void {
    if (!(other instanceof RecordableHistogram)) {
      throw invalidArgType('other', 'RecordableHistogram', other);
    }
    this.putAll(other);
  }
}

/** `perf_hooks.createHistogram`, over the clock of a thread. */
export function createCreateHistogram(now: () => number) {
  return function createHistogram(options: HistogramOptions = {}): RecordableHistogram {
    validateObject(options, 'options');
    const { lowest = 1, highest = Number.MAX_SAFE_INTEGER, figures = 3 } = options;
    if (typeof lowest !== 'bigint') {
      validateInteger(lowest, 'options.lowest', 1, Number.MAX_SAFE_INTEGER);
    }
    if (typeof highest !== 'bigint') {
      validateInteger(highest, 'options.highest', 2 * Number(lowest), Number.MAX_SAFE_INTEGER);
    } else if (highest < 2n * BigInt(lowest)) {
      throw invalidArgValue('options.highest', highest);
    }
    validateInteger(figures, 'options.figures', 1, 5);
    return new RecordableHistogram(Number(lowest), Number(highest), figures, now);
  };
}

export interface DelayTimers {
  setInterval(callback: () => void, milliseconds: number): { unref(): unknown };
  clearInterval(timer: unknown): void;
}

/** What `monitorEventLoopDelay` makes: nanoseconds between the firings of a timer. */
export class IntervalHistogram extends Histogram {
  readonly #resolution: number;
  readonly #timers: DelayTimers;
  readonly #now: () => number;
  #timer: { unref(): unknown } | undefined;

  constructor(resolution: number, timers: DelayTimers, now: () => number) {
    super(1, 3.6e12, 3);
    this.#resolution = resolution;
    this.#timers = timers;
    this.#now = now;
  }

  /** @returns whether it was not measuring before */
  enable(): boolean {
    if (this.#timer) return false;
    let before = this.#now();
    this.#timer = this.#timers.setInterval(() => {
      const now = this.#now();
      this.put(Math.max(1, Math.round((now - before) * 1e6)));
      before = now;
    }, this.#resolution);
    this.#timer.unref();
    return true;
  }

  disable(): boolean {
    if (!this.#timer) return false;
    this.#timers.clearInterval(this.#timer);
    this.#timer = undefined;
    return true;
  }

  [Symbol.dispose](): void {
    this.disable();
  }
}
