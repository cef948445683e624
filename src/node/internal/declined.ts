/**
 * Exports of Node that the engine does not provide: each name is there all the same, so that
 * importing it links as in Node, and throws a coded error when it is called or constructed. Which
 * ones, and why, stands in `support.ts`.
 */
import {
  aliases,
  loadOnly,
  namesOf,
  onlyWithScheme,
  unsupported,
  unsupportedModules,
} from '../support.ts';
import { notImplemented } from './errors.ts';

/** Adds the names that the engine declines to what `module` exports. */
export function withDeclined<T extends object>(module: string, exports: T): T {
  const name = aliases[module] ?? module;
  for (const { names, why } of unsupported[name] ?? loadOnly[name] ?? []) {
    for (const name of namesOf(names)) decline(module, exports, name, why);
  }
  return exports;
}

function decline(module: string, exports: object, name: string, why: string): void {
  if (Object.hasOwn(exports, name)) return;
  // biome-ignore lint/complexity/useArrowFunction: a class may extend it
  const stub = function (): never {
    throw notImplemented(`${module}.${name}`, why);
  };
  Object.defineProperty(stub, 'name', { value: name });
  Object.defineProperty(exports, name, { value: stub, enumerable: true });
}

/** Whether Node finds the module only as `node:…`. */
export function needsScheme(name: string): boolean {
  return namesOf(onlyWithScheme).includes(name);
}

/** @returns why a built-in module of Node's is not there; undefined where Node has none of that name */
export function whyAbsent(name: string, hasScheme: boolean): string | undefined {
  if (!hasScheme && needsScheme(name)) return undefined;
  return unsupportedModules.find(({ names }) => namesOf(names).includes(name))?.why;
}
