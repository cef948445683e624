/**
 * Entries of a timeline and those who are told of them: `PerformanceObserver` and what it hands over.
 * A browser's own observers know no entries of functions, and its tasks keep no thread alive.
 */
import { invalidArgType, invalidArgValue, nodeError } from './errors.ts';
import { inspect } from './inspect.ts';
import { validateFunction } from './validators.ts';

const inspectCustom = Symbol.for('nodejs.util.inspect.custom');
const shownNames = ['name', 'entryType', 'startTime', 'duration', 'detail'] as const;
const supported = ['function', 'mark', 'measure'];

interface Details {
  name: string;
  entryType: string;
  startTime: number;
  duration: number;
  detail: unknown;
}

/** What became of a call: the arguments are its detail, and its elements. */
export class PerformanceNodeEntry {
  readonly #details: Details;

  constructor(details: Details) {
    this.#details = details;
    Object.assign(this, details.detail);
    for (const name of shownNames) {
      Object.defineProperty(this, name, { value: details[name], configurable: true });
    }
  }

  toJSON(): Details {
    return { ...this.#details };
  }
}
Object.setPrototypeOf(PerformanceNodeEntry.prototype, PerformanceEntry.prototype);

/** Makes the browser's entries print, and become JSON, as Node's do. */
export function showEntries(): void {
  const data = (entry: Details): object => {
    const names = shownNames.filter((name) => name in entry);
    return Object.fromEntries(names.map((name) => [name, entry[name]]));
  };
  const methods = {
    toJSON(this: Details): object {
      return data(this);
    },
    [inspectCustom](this: Details, depth: number, options: Depth): unknown {
      if (depth < 0) return this;
      return `${this.constructor.name} ${inspect(data(this), below(options))}`;
    },
  };
  for (const name of Reflect.ownKeys(methods)) {
    const method = { value: Reflect.get(methods, name), writable: true, configurable: true };
    Object.defineProperty(PerformanceEntry.prototype, name, method);
  }
}

interface Depth {
  depth?: number | null;
}

function below(options: Depth): object {
  return { ...options, depth: options.depth == null ? null : options.depth - 1 };
}

class EntryList {
  readonly #entries: Details[];

  constructor(entries: Details[]) {
    this.#entries = entries.toSorted((one, other) => one.startTime - other.startTime);
  }

  getEntries(): Details[] {
    return [...this.#entries];
  }

  getEntriesByType(type: string): Details[] {
    return this.#entries.filter((entry) => entry.entryType === `${type}`);
  }

  getEntriesByName(name: string, type?: string): Details[] {
    const isWanted = (entry: Details): boolean => type === undefined || entry.entryType === type;
    return this.#entries.filter((entry) => entry.name === `${name}` && isWanted(entry));
  }

  [inspectCustom](depth: number, options: Depth): unknown {
    if (depth < 0) return this;
    return `PerformanceObserverEntryList ${inspect(this.#entries, below(options))}`;
  }
}
Object.defineProperty(EntryList, 'name', { value: 'PerformanceObserverEntryList' });

interface ObserveOptions {
  entryTypes?: readonly string[];
  type?: string;
  buffered?: boolean;
}

type Callback = (list: EntryList, observer: object) => void;

export interface ObserverHost {
  /** Runs `callback` in the next turn of the loop, which it keeps alive. */
  later: (callback: () => void) => void;
  /** What the timeline holds of a type. */
  entriesOf: (type: string) => readonly unknown[];
}

/** The class of observers of one timeline, and what tells them of an entry. */
export function createObservers({ later, entriesOf }: ObserverHost) {
  const observers = new Set<Observer>();
  let isPending = false;

  class Observer {
    static get supportedEntryTypes(): readonly string[] {
      return supported;
    }

    readonly #callback: Callback;
    readonly #types = new Set<string>();
    #entries: Details[] = [];
    #mode: Mode | undefined;

    constructor(callback: Callback) {
      validateFunction(callback, 'callback');
      this.#callback = callback as Callback;
    }

    observe(options: ObserveOptions = {}): void {
      const mode = modeOf(options);
      if (this.#mode !== undefined && this.#mode !== mode) throw wrongMode(mode);
      this.#mode = mode;
      const types = typesOf(options);
      if (mode === 'multiple') this.#types.clear();
      for (const type of types) if (supported.includes(type)) this.#types.add(type);
      if (this.#types.size === 0) return this.disconnect();
      observers.add(this);
      if (!options.buffered || mode === 'multiple') return;
      this.#entries.push(...(types.flatMap(entriesOf) as Details[]));
      deliverLater();
    }

    disconnect(): void {
      observers.delete(this);
      this.#types.clear();
      this.#entries = [];
      this.#mode = undefined;
    }

    takeRecords(): Details[] {
      const taken = this.#entries;
      this.#entries = [];
      return taken;
    }

    static tell(observer: Observer, entry: Details): void {
      if (!observer.#types.has(entry.entryType)) return;
      observer.#entries.push(entry);
      deliverLater();
    }

    static deliver(observer: Observer): void {
      const entries = observer.takeRecords();
      if (entries.length === 0) return;
      Reflect.apply(observer.#callback, observer, [new EntryList(entries), observer]);
    }
  }
  const { tell, deliver } = Observer;
  Reflect.deleteProperty(Observer, 'tell');
  Reflect.deleteProperty(Observer, 'deliver');
  Object.defineProperty(Observer, 'name', { value: 'PerformanceObserver' });

  function deliverLater(): void {
    if (isPending) return;
    isPending = true;
    later(() => {
      isPending = false;
      for (const observer of [...observers]) deliver(observer);
    });
  }
  return {
    PerformanceObserver: Observer,
    PerformanceObserverEntryList: EntryList,
    /** Whether it is worth the time to make an entry. */
    hasObservers: (): boolean => observers.size > 0,
    announce(entry: unknown): void {
      for (const observer of observers) tell(observer, entry as Details);
    },
  };
}

type Mode = 'single' | 'multiple';

function modeOf(options: ObserveOptions): Mode {
  if (options === null || typeof options !== 'object')
    throw invalidArgType('options', 'object', options);
  const { entryTypes, type } = options;
  if (entryTypes === undefined && type === undefined) {
    const message = 'The "options.entryTypes" and "options.type" arguments must be specified';
    throw nodeError('ERR_MISSING_ARGS', message, TypeError);
  }
  if (entryTypes != null && type != null) {
    const reason = 'options.entryTypes can not set with options.type together';
    throw invalidArgValue('options.entryTypes', entryTypes, reason);
  }
  return entryTypes === undefined ? 'single' : 'multiple';
}

function typesOf({ entryTypes, type }: ObserveOptions): readonly string[] {
  if (entryTypes === undefined) return [String(type)];
  if (Array.isArray(entryTypes)) return entryTypes;
  throw invalidArgType('options.entryTypes', 'string[]', entryTypes);
}

function wrongMode(mode: Mode): DOMException {
  const what = mode === 'single' ? 'to single observation' : 'to multiple observations';
  const message = `PerformanceObserver can not change ${what}`;
  return new DOMException(message, 'InvalidModificationError');
}
