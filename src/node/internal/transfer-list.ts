/** The second argument of `postMessage`: a list of what is transferred, or options that have one. */
import { nodeError } from './errors.ts';

/** @throws for what Node refuses */
export function transferList(argument: unknown): Transferable[] {
  if (argument === undefined || argument === null) return [];
  if (typeof argument !== 'object') throw notIterable('transferList');
  if (isIterable(argument)) return readIterable(argument);
  const list: unknown = Reflect.get(argument, 'transfer');
  if (list === undefined) return [];
  if (isIterable(list)) return readIterable(list);
  throw notIterable('options.transfer');
}

function isIterable(value: unknown): value is Iterable<Transferable> {
  if (value === null || typeof value !== 'object' || !(Symbol.iterator in value)) return false;
  if (Array.isArray(value)) return true;
  return typeof Reflect.get(value, Symbol.iterator) === 'function';
}

/** Asks for the iterator once: a generator can be read only once. */
function readIterable(list: Iterable<Transferable>): Transferable[] {
  if (Array.isArray(list)) return [...list];
  const iterator = list[Symbol.iterator]() as unknown as { next?: unknown };
  if (typeof iterator.next !== 'function') throw notIterable('options.transfer');
  const items: Transferable[] = [];
  for (;;) {
    const step = Reflect.apply(iterator.next, iterator, []) as IteratorResult<Transferable>;
    if (step.done) return items;
    items.push(step.value);
  }
}

function notIterable(name: string): Error {
  const message = `Optional ${name} argument must be an iterable`;
  return nodeError('ERR_INVALID_ARG_TYPE', message, TypeError);
}
