/**
 * Deep equality, for `assert` and `util.isDeepStrictEqual`. Follows the rules that Node documents
 * under "Comparison details" of `assert.deepEqual` and `assert.deepStrictEqual`.
 */
import {
  isAnyArrayBuffer,
  isBoxedPrimitive,
  isDate,
  isError,
  isMap,
  isPromise,
  isRegExp,
  isSet,
  isWeakMap,
  isWeakSet,
  typedArrayName,
} from './types.ts';

const LONG_VIEW = 65_536;

type Mode = 'loose' | 'partial' | 'strict' | 'strict-without-prototypes';
type Keyed = Record<PropertyKey, unknown>;

export function isDeepEqual(a: unknown, b: unknown): boolean {
  return compare(a, b, 'loose');
}

/** @param skipPrototype whether values of different classes may be equal */
export function isDeepStrictEqual(a: unknown, b: unknown, skipPrototype = false): boolean {
  return compare(a, b, skipPrototype ? 'strict-without-prototypes' : 'strict');
}

/** Whether `a` has all that `b` has. */
export function isPartialDeepStrictEqual(a: unknown, b: unknown): boolean {
  return compare(a, b, 'partial');
}

/** Cycles are rare and following them costs: they are looked for once the stack has overflowed. */
function compare(a: unknown, b: unknown, mode: Mode): boolean {
  try {
    return new DeepComparison(mode, undefined).equal(a, b);
  } catch {
    // The stack overflowed on a cycle. A getter that threw throws again below.
    return new DeepComparison(mode, new Set()).equal(a, b);
  }
}

class DeepComparison {
  readonly #mode: Mode;
  /** Both sides of every pair that is being compared; undefined while cycles are not looked for. */
  readonly #active: Set<unknown> | undefined;

  constructor(mode: Mode, active: Set<unknown> | undefined) {
    this.#mode = mode;
    this.#active = active;
  }

  equal(a: unknown, b: unknown): boolean {
    if (a === b) return a !== 0 || Object.is(a, b) || this.#mode === 'loose';
    if (isObject(a) && isObject(b)) return this.#sameKind(a, b) && this.#sameContents(a, b);
    if (this.#mode !== 'loose') return Number.isNaN(a) && Number.isNaN(b);
    if (isObject(a) || isObject(b)) return false;
    // biome-ignore lint/suspicious/noDoubleEquals: the loose mode is this operator
    return a == b || (Number.isNaN(a) && Number.isNaN(b));
  }

  #sameKind(a: Keyed, b: Keyed): boolean {
    if (this.#mode === 'strict' && !haveSamePrototype(a, b)) return false;
    if (tagOf(a) !== tagOf(b)) return false;
    if (Array.isArray(a) !== Array.isArray(b) || isMap(a) !== isMap(b) || isSet(a) !== isSet(b)) {
      return false;
    }
    if (Array.isArray(a) && Array.isArray(b)) return this.#fits(a.length, b.length);
    if ((isMap(a) && isMap(b)) || (isSet(a) && isSet(b))) return this.#fits(a.size, b.size);
    return this.#sameSlots(a, b);
  }

  /** Compares what is in internal slots rather than in properties. */
  #sameSlots(a: Keyed, b: Keyed): boolean {
    if (ArrayBuffer.isView(a) || ArrayBuffer.isView(b)) {
      return ArrayBuffer.isView(a) && ArrayBuffer.isView(b) && this.#sameView(a, b);
    }
    if (isAnyArrayBuffer(a) || isAnyArrayBuffer(b)) {
      return isAnyArrayBuffer(a) && isAnyArrayBuffer(b) && this.#sameBytes(toBytes(a), toBytes(b));
    }
    if (isDate(a) || isDate(b)) {
      return isDate(a) && isDate(b) && Object.is(a.getTime(), b.getTime());
    }
    if (isRegExp(a) || isRegExp(b)) {
      return isRegExp(a) && isRegExp(b) && String(a) === String(b) && a.lastIndex === b.lastIndex;
    }
    if (isError(a) || isError(b)) return isError(a) && isError(b) && this.#sameError(a, b);
    if (isBoxedPrimitive(a) || isBoxedPrimitive(b)) {
      return isBoxedPrimitive(a) && isBoxedPrimitive(b) && Object.is(unbox(a), unbox(b));
    }
    if (a instanceof URL || b instanceof URL) {
      return a instanceof URL && b instanceof URL && a.href === b.href;
    }
    return !(isWeakMap(a) || isWeakSet(a) || isPromise(a));
  }

  #sameView(a: ArrayBufferView, b: ArrayBufferView): boolean {
    const name = typedArrayName(a);
    if (name !== typedArrayName(b)) return false;
    if (this.#mode === 'loose' && name?.startsWith('Float')) {
      const [one, other] = [a as Float64Array, b as Float64Array];
      return one.length === other.length && one.every((value, index) => value === other[index]);
    }
    return this.#sameBytes(toBytes(a), toBytes(b));
  }

  /** In the partial mode `b` must be a subsequence of `a`. */
  #sameBytes(a: Uint8Array, b: Uint8Array): boolean {
    if (a.length === b.length) return a.every((byte, index) => byte === b[index]);
    if (this.#mode !== 'partial') return false;
    let found = 0;
    for (const byte of a) if (found < b.length && byte === b[found]) found++;
    return found === b.length;
  }

  /** The stack tells where an error was made, not what it is. */
  #sameError(a: Error, b: Error): boolean {
    const one = a as unknown as Keyed;
    const other = b as unknown as Keyed;
    for (const key of ['message', 'name', 'cause', 'errors']) {
      if (isEnumerable(other, key)) continue;
      const isOptional = other[key] === undefined || (key === 'message' && other[key] === '');
      if (this.#mode === 'partial' && isOptional) continue;
      if (!this.equal(one[key], other[key])) return false;
    }
    const wanted = Object.hasOwn(b, 'cause');
    return wanted === Object.hasOwn(a, 'cause') || (this.#mode === 'partial' && !wanted);
  }

  #sameContents(a: Keyed, b: Keyed): boolean {
    const active = this.#active;
    if (active === undefined) return this.#sameMembers(a, b);
    const before = active.size;
    active.add(a).add(b);
    const added = active.size - before;
    if (added < 2) return added === 0;
    const result = this.#sameMembers(a, b);
    active.delete(a);
    active.delete(b);
    return result;
  }

  #sameMembers(a: Keyed, b: Keyed): boolean {
    const keys = this.#keysOf(b);
    if (this.#mode !== 'partial' && this.#keysOf(a).length !== keys.length) return false;
    if (!keys.every((key) => isEnumerable(a, key) && this.equal(a[key], b[key]))) return false;
    if (Array.isArray(a) && Array.isArray(b)) return this.#sameItems(a, b);
    if (isSet(a) && isSet(b)) return this.#sameSet(a, b);
    return isMap(a) && isMap(b) ? this.#sameMap(a, b) : true;
  }

  /** Enumerable own keys; without the indexes of arrays, which are compared as items. */
  #keysOf(value: Keyed): PropertyKey[] {
    const names: PropertyKey[] = isLongView(value) ? [] : Object.keys(value);
    const isList = Array.isArray(value) || (ArrayBuffer.isView(value) && typedArrayName(value));
    const keys = isList ? names.filter((key) => !isIndex(String(key))) : names;
    if (this.#mode === 'loose') return keys;
    const symbols = Object.getOwnPropertySymbols(value).filter((key) => isEnumerable(value, key));
    return [...keys, ...symbols];
  }

  #sameItems(a: unknown[], b: unknown[]): boolean {
    if (this.#mode === 'partial') return this.#hasSubsequence(a, b);
    for (let index = 0; index < b.length; index++) {
      if (index in a !== index in b || !this.equal(a[index], b[index])) return false;
    }
    return true;
  }

  /** The items of `b` stand in `a` in the same order. Holes are left out on both sides. */
  #hasSubsequence(a: unknown[], b: unknown[]): boolean {
    const wanted = Object.keys(b).filter(isIndex);
    let found = 0;
    for (const index of Object.keys(a).filter(isIndex)) {
      const next = wanted[found];
      if (next === undefined) break;
      if (this.equal(a[Number(index)], b[Number(next)])) found++;
    }
    return found === wanted.length;
  }

  #sameSet(a: Set<unknown>, b: Set<unknown>): boolean {
    const candidates = [...a].filter((value) => !b.has(value));
    for (const value of b) {
      if (a.has(value)) continue;
      if (this.#mode !== 'loose' && !isObject(value)) return false;
      if (!takeFirst(candidates, (each) => this.equal(each, value))) return false;
    }
    return true;
  }

  #sameMap(a: Map<unknown, unknown>, b: Map<unknown, unknown>): boolean {
    const candidates = [...a.keys()].filter((key) => isObject(key) || this.#mode === 'loose');
    const pairs = (key: unknown, wanted: unknown): boolean =>
      this.equal(key, wanted) && this.equal(a.get(key), b.get(wanted));
    for (const [key, value] of b) {
      if (a.has(key) && !isObject(key) && this.equal(a.get(key), value)) {
        takeFirst(candidates, (each) => each === key);
      } else if (this.#mode !== 'loose' && !isObject(key)) {
        return false;
      } else if (!takeFirst(candidates, (each) => pairs(each, key))) {
        return false;
      }
    }
    return true;
  }

  #fits(a: number, b: number): boolean {
    return this.#mode === 'partial' ? a >= b : a === b;
  }
}

function isObject(value: unknown): value is Keyed {
  return value !== null && typeof value === 'object';
}

function isEnumerable(value: object, key: PropertyKey): boolean {
  return Object.prototype.propertyIsEnumerable.call(value, key);
}

/** To list its keys lists each index too, and takes seconds: further properties of so long a view are not compared. */
function isLongView(value: object): boolean {
  return ArrayBuffer.isView(value) && value.byteLength > LONG_VIEW;
}

function isIndex(key: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(key);
}

function tagOf(value: Keyed): string {
  const { [Symbol.toStringTag]: tag } = value;
  return tag === undefined ? Object.prototype.toString.call(value) : String(tag);
}

/** By class rather than prototype, unless the object has a `constructor` of its own. */
function haveSamePrototype(a: Keyed, b: Keyed): boolean {
  const byClass = a.constructor !== undefined && !Object.hasOwn(a, 'constructor');
  if (byClass) return a.constructor === b.constructor;
  return Object.getPrototypeOf(a) === Object.getPrototypeOf(b);
}

const unboxers: readonly ((this: never) => unknown)[] = [
  Number.prototype.valueOf,
  String.prototype.valueOf,
  Boolean.prototype.valueOf,
  BigInt.prototype.valueOf,
  Symbol.prototype.valueOf,
];

function unbox(value: Keyed): unknown {
  for (const unboxer of unboxers) {
    try {
      return Reflect.apply(unboxer, value, []) as unknown;
    } catch {
      // It is a box of another kind.
    }
  }
  return value;
}

function toBytes(value: ArrayBufferView | ArrayBufferLike): Uint8Array {
  if (!ArrayBuffer.isView(value)) return new Uint8Array(value);
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}

/** Removes the first item that `matches`, and tells whether there was one. */
function takeFirst(items: unknown[], matches: (item: unknown) => boolean): boolean {
  const index = items.findIndex(matches);
  if (index < 0) return false;
  items.splice(index, 1);
  return true;
}
