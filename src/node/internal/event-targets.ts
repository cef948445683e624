/**
 * What Node knows of the platform's event targets and a browser does not tell: which listeners one
 * has, and how many it may have before a warning. `EventTarget.prototype` keeps the record. The
 * engine's own traffic uses the methods as they were (`native-port.ts`).
 */

interface Entry {
  listener: unknown;
  capture: boolean;
}

interface Record {
  readonly byType: Map<string, Entry[]>;
  max: number | undefined;
  readonly warned: Set<string>;
}

const records = new WeakMap<EventTarget, Record>();

export interface TargetsOptions {
  defaultMax: () => number;
  warn: (warning: Error) => void;
}

let defaultMax = (): number => 10;

/** Begins to keep the record, for what is added from now on. */
export function followEventTargets(options: TargetsOptions): void {
  ({ defaultMax } = options);
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  define('addEventListener', function addEventListener(type, listener, given) {
    Reflect.apply(add, this, [type, listener, given]);
    if (listener === null || listener === undefined || given?.signal?.aborted) return;
    const entry = { listener, capture: isCapture(given) };
    if (!record(this, type, entry)) return;
    const forget = (): void => erase(this, type, entry);
    if (given?.once)
      Reflect.apply(add, this, [type, forget, { once: true, capture: entry.capture }]);
    if (given?.signal) Reflect.apply(add, given.signal, ['abort', forget, { once: true }]);
    warnOfLeak(this, type, options.warn);
  });
  define('removeEventListener', function removeEventListener(type, listener, given) {
    Reflect.apply(remove, this, [type, listener, given]);
    erase(this, type, { listener, capture: isCapture(given) });
  });
}

/** The listeners of `type`, in the order in which they were added. */
export function listenersOf(target: EventTarget, type: string): unknown[] {
  return (records.get(target)?.byType.get(type) ?? []).map(({ listener }) => listener);
}

/** How many listeners of one type are no leak; 0 for any number. */
export function maxListenersOf(target: EventTarget): number {
  return records.get(target)?.max ?? (target instanceof AbortSignal ? 0 : defaultMax());
}

export function setMaxListenersOf(target: EventTarget, max: number): void {
  recordOf(target).max = max;
}

type Method = (this: EventTarget, type: string, listener: unknown, options?: Options) => void;
type Options = { capture?: boolean; once?: boolean; signal?: AbortSignal };

function define(name: 'addEventListener' | 'removeEventListener', value: Method): void {
  Object.defineProperty(EventTarget.prototype, name, { value, writable: true, configurable: true });
}

function isCapture(options: unknown): boolean {
  return typeof options === 'object' && options !== null
    ? Boolean((options as Options).capture)
    : Boolean(options);
}

function recordOf(target: EventTarget): Record {
  const known = records.get(target);
  if (known) return known;
  const made = { byType: new Map<string, Entry[]>(), max: undefined, warned: new Set<string>() };
  records.set(target, made);
  return made;
}

/** @returns whether the listener is new: a target has each only once */
function record(target: EventTarget, type: string, entry: Entry): boolean {
  const { byType } = recordOf(target);
  const entries = byType.get(String(type)) ?? [];
  if (entries.some((each) => isSame(each, entry))) return false;
  byType.set(String(type), [...entries, entry]);
  return true;
}

function erase(target: EventTarget, type: string, entry: Entry): void {
  const byType = records.get(target)?.byType;
  const entries = byType?.get(String(type));
  if (entries)
    byType?.set(
      String(type),
      entries.filter((each) => !isSame(each, entry)),
    );
}

function isSame(one: Entry, other: Entry): boolean {
  return one.listener === other.listener && one.capture === other.capture;
}

function warnOfLeak(target: EventTarget, type: string, warn: (warning: Error) => void): void {
  const { byType, warned } = recordOf(target);
  const count = byType.get(String(type))?.length ?? 0;
  const max = maxListenersOf(target);
  if (max <= 0 || count <= max || warned.has(type)) return;
  warned.add(type);
  const name = target.constructor.name;
  const message = `Possible EventTarget memory leak detected. ${count} ${type} listeners added to ${name}. MaxListeners is ${max}. Use events.setMaxListeners() to increase limit`;
  const details = { name: 'MaxListenersExceededWarning', target, type, count };
  warn(Object.assign(new Error(message), details));
}
