/** The ways to call `spawn`, `execFile` and `fork`, told apart and checked as in `lib/child_process.js`. */
import { type ChildOptions, checkNullBytes, validateChildOptions } from './child-options.ts';
import { invalidArgType, invalidArgValue } from './errors.ts';
import { validateFunction, validateObject, validateString } from './validators.ts';

export interface SpawnArguments<O> {
  args: string[];
  given: O;
}

export function spawnArguments<O extends ChildOptions>(
  file: unknown,
  first: unknown,
  second: unknown,
): SpawnArguments<O> {
  validateString(file, 'file');
  checkNullBytes(file, 'file');
  if (file === '') throw invalidArgValue('file', file, 'cannot be empty');
  const isList = Array.isArray(first);
  if (first !== undefined && first !== null && typeof first !== 'object') {
    throw invalidArgType('args', 'object', first);
  }
  const hasOptions = !isList && first !== undefined && first !== null;
  const given = (hasOptions ? first : second === undefined ? {} : second) as O;
  validateChildOptions(given);
  return { args: textsOf(isList ? first : [], 'args'), given };
}

export function execFileArguments<O extends ChildOptions>(
  rest: readonly unknown[],
): { args: unknown; given: O; callback: unknown } {
  const left = [...rest];
  const isOptions = typeof left[0] === 'object' && left[0] !== null && !Array.isArray(left[0]);
  const args = isOptions || typeof left[0] === 'function' ? [] : left.shift();
  const given = typeof left[0] === 'function' ? {} : (left.shift() ?? {});
  const [callback] = left;
  validateObject(given, 'options');
  if (callback !== undefined && callback !== null) validateFunction(callback, 'callback');
  return { args: args ?? [], given: given as O, callback: callback ?? undefined };
}

/** Options may be anything that can be spread. */
export function execArguments<O>(rest: readonly unknown[]): { given: O; callback: unknown } {
  const isShort = typeof rest[0] === 'function';
  const callback = (isShort ? rest[0] : rest[1]) ?? undefined;
  if (callback !== undefined) validateFunction(callback, 'callback');
  return { given: { ...(isShort ? {} : (rest[0] as object)) } as O, callback };
}

export function forkArguments(first: unknown, second: unknown): SpawnArguments<ChildOptions> {
  const isOptions = typeof first === 'object' && first !== null && !Array.isArray(first);
  const list = isOptions ? [] : (first ?? []);
  if (!Array.isArray(list)) throw invalidArgType('args', 'Array', list);
  const given = ((isOptions ? first : second) ?? {}) as ChildOptions;
  validateChildOptions(given);
  const { execArgv } = given;
  if (execArgv !== undefined) textsOf([...execArgv], 'options.execArgv');
  return { args: textsOf(list, 'args'), given };
}

function textsOf(list: readonly unknown[], name: string): string[] {
  return list.map((each, at) => {
    const text = String(each);
    checkNullBytes(text, `${name}[${at}]`);
    return text;
  });
}
