/** `readInt32LE`, `writeDoubleBE` and their like, with Node's range errors (`lib/internal/buffer.js`). */
import { nodeError, outOfRange } from './errors.ts';
import { validateNumber } from './validators.ts';

type Numeric = number | bigint;

interface Kind {
  /** As in `readUInt16LE`. */
  name: string;
  size: number;
  min: Numeric;
  max: Numeric;
  isInteger: boolean;
  get: (view: DataView, isLittle: boolean) => Numeric;
  set: (view: DataView, value: never, isLittle: boolean) => void;
}

const kinds: readonly Kind[] = [
  integer(
    'UInt8',
    1,
    0,
    0xff,
    (v) => v.getUint8(0),
    (v, x) => v.setUint8(0, x),
  ),
  integer(
    'Int8',
    1,
    -0x80,
    0x7f,
    (v) => v.getInt8(0),
    (v, x) => v.setInt8(0, x),
  ),
  integer(
    'UInt16',
    2,
    0,
    0xffff,
    (v, l) => v.getUint16(0, l),
    (v, x, l) => v.setUint16(0, x, l),
  ),
  integer(
    'Int16',
    2,
    -0x8000,
    0x7fff,
    (v, l) => v.getInt16(0, l),
    (v, x, l) => v.setInt16(0, x, l),
  ),
  integer(
    'UInt32',
    4,
    0,
    2 ** 32 - 1,
    (v, l) => v.getUint32(0, l),
    (v, x, l) => v.setUint32(0, x, l),
  ),
  integer(
    'Int32',
    4,
    -(2 ** 31),
    2 ** 31 - 1,
    (v, l) => v.getInt32(0, l),
    (v, x, l) => v.setInt32(0, x, l),
  ),
  {
    name: 'BigUInt64',
    size: 8,
    min: 0n,
    max: 2n ** 64n - 1n,
    isInteger: true,
    get: (view, isLittle) => view.getBigUint64(0, isLittle),
    set: (view, value, isLittle) => view.setBigUint64(0, value, isLittle),
  },
  {
    name: 'BigInt64',
    size: 8,
    min: -(2n ** 63n),
    max: 2n ** 63n - 1n,
    isInteger: true,
    get: (view, isLittle) => view.getBigInt64(0, isLittle),
    set: (view, value, isLittle) => view.setBigInt64(0, value, isLittle),
  },
  real(
    'Float',
    4,
    (v, l) => v.getFloat32(0, l),
    (v, x, l) => v.setFloat32(0, x, l),
  ),
  real(
    'Double',
    8,
    (v, l) => v.getFloat64(0, l),
    (v, x, l) => v.setFloat64(0, x, l),
  ),
];

type Get = (view: DataView, isLittle: boolean) => number;
type Put = (view: DataView, value: number, isLittle: boolean) => void;

function integer(name: string, size: number, min: number, max: number, get: Get, set: Put): Kind {
  return { name, size, min, max, isInteger: true, get, set };
}

function real(name: string, size: number, get: Get, set: Put): Kind {
  return { name, size, min: -Infinity, max: Infinity, isInteger: false, get, set };
}

/** Adds the methods to `prototype`, which is that of `Buffer`. */
export function addNumberMethods(prototype: object): void {
  for (const kind of kinds) {
    for (const order of kind.size === 1 ? [''] : ['LE', 'BE']) addFixed(prototype, kind, order);
  }
  for (const order of ['LE', 'BE']) {
    for (const isSigned of [false, true]) addVariable(prototype, isSigned, order === 'LE');
  }
}

function addFixed(prototype: object, kind: Kind, order: string): void {
  const isLittle = order === 'LE';
  const read = function (this: Uint8Array, offset: unknown = 0): Numeric {
    return kind.get(viewAt(this, offset, kind.size), isLittle);
  };
  const write = function (this: Uint8Array, given: unknown, offset: unknown = 0): number {
    const value = typeof kind.min === 'bigint' ? (given as bigint) : Number(given);
    if (kind.size === 1) validateNumber(offset, 'offset');
    if (kind.isInteger) checkValue(value, kind.min, kind.max, kind.size);
    const view = viewAt(this, offset, kind.size);
    // For what is no bigint this throws, as in Node, where the view would convert it.
    if (typeof kind.max === 'bigint') void ((value as bigint) & kind.max);
    kind.set(view, value as never, isLittle);
    return (offset as number) + kind.size;
  };
  define(prototype, `read${kind.name}${order}`, read);
  define(prototype, `write${kind.name}${order}`, write);
}

function addVariable(prototype: object, isSigned: boolean, isLittle: boolean): void {
  const suffix = `${isSigned ? 'Int' : 'UInt'}${isLittle ? 'LE' : 'BE'}`;
  const read = function (this: Uint8Array, offset: unknown, byteLength: unknown): number {
    if (offset === undefined) validateNumber(offset, 'offset');
    const size = sizeOf(byteLength);
    const view = viewAt(this, offset, size);
    let value = 0;
    for (let at = 0; at < size; at++)
      value = value * 256 + view.getUint8(isLittle ? size - 1 - at : at);
    return isSigned && value >= 2 ** (8 * size - 1) ? value - 2 ** (8 * size) : value;
  };
  const write = function (this: Uint8Array, given: unknown, offset: unknown, byteLength: unknown) {
    const size = sizeOf(byteLength);
    const value = Number(given);
    const limit = 2 ** (isSigned ? 8 * size - 1 : 8 * size);
    checkValue(value, isSigned ? -limit : 0, limit - 1, size);
    const view = viewAt(this, offset, size);
    let rest = value < 0 ? value + 2 ** (8 * size) : value;
    for (let at = 0; at < size; at++, rest = Math.floor(rest / 256)) {
      view.setUint8(isLittle ? at : size - 1 - at, rest % 256);
    }
    return (offset as number) + size;
  };
  define(prototype, `read${suffix}`, read);
  define(prototype, `write${suffix}`, write);
}

/** `readUInt8` is also `readUint8`. */
function define(prototype: object, name: string, value: unknown): void {
  for (const each of new Set([name, name.replace('UInt', 'Uint')])) {
    Object.defineProperty(prototype, each, {
      value,
      writable: true,
      configurable: true,
      enumerable: true,
    });
  }
}

function sizeOf(byteLength: unknown): number {
  if (byteLength === undefined) validateNumber(byteLength, 'byteLength');
  if (Number.isInteger(byteLength) && (byteLength as number) >= 1 && (byteLength as number) <= 6)
    return byteLength as number;
  validateNumber(byteLength, 'byteLength');
  if (isFraction(byteLength)) throw outOfRange('byteLength', 'an integer', byteLength);
  throw outOfRange('byteLength', '>= 1 and <= 6', byteLength);
}

/** Infinity is none: what is wrong with it is that it lies outside. */
function isFraction(value: number): boolean {
  return Math.floor(value) !== value;
}

function viewAt(buffer: Uint8Array, offset: unknown, size: number): DataView {
  validateNumber(offset, 'offset');
  if (isFraction(offset)) throw outOfRange('offset', 'an integer', offset);
  const last = buffer.length - size;
  if (last < 0) {
    throw nodeError(
      'ERR_BUFFER_OUT_OF_BOUNDS',
      'Attempt to access memory outside buffer bounds',
      RangeError,
    );
  }
  if (offset < 0 || offset > last) throw outOfRange('offset', `>= 0 and <= ${last}`, offset);
  return new DataView(buffer.buffer, buffer.byteOffset + offset, size);
}

function checkValue(value: Numeric, min: Numeric, max: Numeric, size: number): void {
  if (!(value > max || value < min)) return;
  const n = typeof min === 'bigint' ? 'n' : '';
  const bits = size * 8;
  const wide =
    min < 0
      ? `>= -(2${n} ** ${bits - 1}${n}) and < 2${n} ** ${bits - 1}${n}`
      : `>= 0${n} and < 2${n} ** ${bits}${n}`;
  throw outOfRange('value', size > 4 ? wide : `>= ${min}${n} and <= ${max}${n}`, value);
}
