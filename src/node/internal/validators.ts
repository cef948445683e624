/** Argument checks with Node's errors (`lib/internal/validators.js` is the source followed). */
import { invalidArgType, invalidArgValue, outOfRange } from './errors.ts';

export function validateFunction(value: unknown, name: string): asserts value is CallableFunction {
  if (typeof value !== 'function') throw invalidArgType(name, 'function', value);
}

export function validateString(value: unknown, name: string): asserts value is string {
  if (typeof value !== 'string') throw invalidArgType(name, 'string', value);
}

export function validateBoolean(value: unknown, name: string): asserts value is boolean {
  if (typeof value !== 'boolean') throw invalidArgType(name, 'boolean', value);
}

export function validateObject(value: unknown, name: string): asserts value is object {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw invalidArgType(name, 'Object', value);
  }
}

export function validateNumber(
  value: unknown,
  name: string,
  min?: number,
  max?: number,
): asserts value is number {
  if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
  const low = min !== undefined && value < min;
  const high = max !== undefined && value > max;
  if (!low && !high && !((min !== undefined || max !== undefined) && Number.isNaN(value))) return;
  const range = [min !== undefined && `>= ${min}`, max !== undefined && `<= ${max}`];
  throw outOfRange(name, range.filter(Boolean).join(' && '), value);
}

export function validateInteger(
  value: unknown,
  name: string,
  min = Number.MIN_SAFE_INTEGER,
  max = Number.MAX_SAFE_INTEGER,
): asserts value is number {
  if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
  if (!Number.isInteger(value)) throw outOfRange(name, 'an integer', value);
  if (value < min || value > max) throw outOfRange(name, `>= ${min} && <= ${max}`, value);
}

export function validateOneOf<T>(value: unknown, name: string, allowed: readonly T[]): void {
  if (allowed.includes(value as T)) return;
  const list = allowed.map((item) => (typeof item === 'string' ? `'${item}'` : String(item)));
  throw invalidArgValue(name, value, `must be one of: ${list.join(', ')}`);
}

export function validateAbortSignal(value: unknown, name: string): void {
  if (value === undefined) return;
  if (value === null || typeof value !== 'object' || !('aborted' in value)) {
    throw invalidArgType(name, 'AbortSignal', value);
  }
}

export function validateArray(value: unknown, name: string): asserts value is unknown[] {
  if (!Array.isArray(value)) throw invalidArgType(name, 'Array', value);
}
