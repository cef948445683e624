/**
 * Stands for `readable-stream`'s own list of what it uses of the language. Its list calls methods by
 * name, so that a patch of `Array.prototype` would end every print; this one keeps the originals.
 */
import { apply, SafeSet } from '../../../shared/intrinsics.ts';

type Method = (this: never, ...args: never[]) => unknown;

const keep =
  (method: Method) =>
  (self: unknown, ...args: unknown[]): unknown =>
    apply(method as (...args: unknown[]) => unknown, self, args);

const array = Array.prototype;
const string = Object.getPrototypeOf('') as string;
const bytes = Object.getPrototypeOf(Int8Array.prototype) as Uint8Array;

// The rest: constants, and promises, which follow what the program makes of them.
export * from 'readable-stream/lib/ours/primordials.js';
export const ArrayIsArray = Array.isArray;
export const ArrayPrototypeIncludes = keep(array.includes);
export const ArrayPrototypeIndexOf = keep(array.indexOf);
export const ArrayPrototypeJoin = keep(array.join);
export const ArrayPrototypeMap = keep(array.map);
export const ArrayPrototypePop = keep(array.pop);
export const ArrayPrototypePush = keep(array.push);
export const ArrayPrototypeSlice = keep(array.slice);
export const FunctionPrototypeCall = (fn: Method, self: unknown, ...args: unknown[]): unknown =>
  apply(fn as (...args: unknown[]) => unknown, self, args);
export const FunctionPrototypeSymbolHasInstance = keep(
  Function.prototype[Symbol.hasInstance] as Method,
);
export const ObjectDefineProperties = Object.defineProperties;
export const ObjectDefineProperty = Object.defineProperty;
export const ObjectGetOwnPropertyDescriptor = Object.getOwnPropertyDescriptor;
export const ObjectKeys = Object.keys;
export const ObjectSetPrototypeOf = Object.setPrototypeOf;
export const RegExpPrototypeTest = keep(RegExp.prototype.test);
export { SafeSet };
export const StringPrototypeSlice = keep(string.slice);
export const StringPrototypeToLowerCase = keep(string.toLowerCase);
export const StringPrototypeToUpperCase = keep(string.toUpperCase);
export const StringPrototypeTrim = keep(string.trim);
export const TypedArrayPrototypeSet = keep(bytes.set);
