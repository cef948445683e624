/** The options of `node:child_process`, checked and normalized as in `lib/child_process.js`. */
import type { StandardStream } from '../../kernel/protocol.ts';
import { isSignal, type Signal, signalNumbers } from '../../kernel/signals.ts';
import {
  invalidArgType,
  invalidArgValue,
  nodeError,
  notImplemented,
  outOfRange,
} from './errors.ts';
import type { Serialization } from './ipc.ts';
import {
  validateAbortSignal,
  validateBoolean,
  validateObject,
  validateOneOf,
  validateString,
} from './validators.ts';

export interface ChildOptions {
  argv0?: string;
  detached?: boolean;
  cwd?: string | URL;
  env?: Record<string, unknown>;
  execArgv?: string[];
  execPath?: string;
  killSignal?: Signal | number;
  serialization?: Serialization;
  shell?: boolean | string;
  signal?: AbortSignal;
  silent?: boolean;
  stdio?: string | readonly unknown[];
  timeout?: number;
}

export interface Stdio {
  streams: [StandardStream, StandardStream, StandardStream];
  hasIpc: boolean;
}

export function validateChildOptions(given: ChildOptions): void {
  validateObject(given, 'options');
  validateAbortSignal(given.signal, 'options.signal');
  if (given.serialization !== undefined) {
    validateOneOf(given.serialization, 'options.serialization', [undefined, 'json', 'advanced']);
  }
  const { cwd, argv0, timeout, shell, killSignal, env } = given;
  if (cwd !== undefined && cwd !== null) checkPath(cwd, 'options.cwd');
  for (const name of ['detached', 'windowsHide', 'windowsVerbatimArguments'] as const) {
    const value: unknown = Reflect.get(given, name);
    if (value !== undefined && value !== null) validateBoolean(value, `options.${name}`);
  }
  for (const name of ['uid', 'gid']) {
    const value: unknown = Reflect.get(given, name);
    if (value !== undefined && value !== null && value !== ((value as number) | 0)) {
      throw invalidArgType(`options.${name}`, 'int32', value);
    }
  }
  if (argv0 !== undefined && argv0 !== null) {
    validateString(argv0, 'options.argv0');
    checkNullBytes(argv0, 'options.argv0');
  }
  for (const [name, value] of Object.entries(env ?? {})) {
    checkNullBytes(name, `options.env['${name}']`);
    checkNullBytes(String(value), `options.env['${name}']`);
  }
  if (timeout !== undefined && timeout !== null && !(Number.isInteger(timeout) && timeout >= 0)) {
    throw outOfRange('timeout', 'an unsigned integer', timeout);
  }
  if (
    shell !== undefined &&
    shell !== null &&
    typeof shell !== 'boolean' &&
    typeof shell !== 'string'
  ) {
    throw invalidArgType('options.shell', ['boolean', 'string'], shell);
  }
  if (killSignal !== undefined && killSignal !== null) checkKillSignal(killSignal);
}

function checkKillSignal(signal: unknown): void {
  if (typeof signal !== 'string' && typeof signal !== 'number') {
    throw invalidArgType('options.killSignal', ['string', 'number'], signal);
  }
  toSignal(signal as Signal);
}

export function checkNullBytes(text: string, name: string, what = 'a string'): void {
  if (text.includes('\0')) throw invalidArgValue(name, text, `must be ${what} without null bytes`);
}

/** A path is text, bytes or a URL. */
export function checkPath(path: unknown, name: string): void {
  const isPath = typeof path === 'string' || path instanceof Uint8Array || path instanceof URL;
  if (!isPath) throw invalidArgType(name, ['string', 'Buffer', 'URL'], path);
  if (typeof path === 'string') checkNullBytes(path, name, 'a string, Uint8Array, or URL');
}

/** @returns null for signal 0, which only asks whether the process lives */
export function toSignal(signal: Signal | number): Signal | null {
  if (signal === 0) return null;
  const found =
    typeof signal === 'number'
      ? Object.entries(signalNumbers).find(([, number]) => number === signal)?.[0]
      : String(signal).toUpperCase();
  if (typeof found === 'string' && isSignal(found)) return found;
  throw nodeError('ERR_UNKNOWN_SIGNAL', `Unknown signal: ${String(signal)}`, TypeError);
}

export function toEnvironment(given: Record<string, unknown>): Record<string, string> {
  const pairs = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]));
}

/** @param stdio `'pipe'`, or one entry per descriptor */
export function normalizeStdio(stdio: unknown, isSync = false): Stdio {
  if (typeof stdio === 'string') {
    if (!isMode(stdio)) throw invalidArgValue('stdio', stdio);
    return { streams: [toStream(stdio, 0), toStream(stdio, 1), toStream(stdio, 2)], hasIpc: false };
  }
  if (!Array.isArray(stdio)) throw invalidArgValue('stdio', stdio);
  const entries = stdio as unknown[];
  const ipc = entries.filter((entry) => entry === 'ipc').length;
  if (ipc > 0 && isSync) {
    throw nodeError('ERR_IPC_SYNC_FORK', 'IPC cannot be used with synchronous forks');
  }
  if (ipc > 1) throw nodeError('ERR_IPC_ONE_PIPE', 'Child process can have only one IPC pipe');
  entries.slice(3).forEach((entry) => {
    if (entry === 'ipc' || entry === 'ignore' || entry === null || entry === undefined) return;
    throw notImplemented('stdio beyond descriptor 2', 'processes have three standard streams');
  });
  const [one, two, three] = entries;
  return { streams: [toStream(one, 0), toStream(two, 1), toStream(three, 2)], hasIpc: ipc > 0 };
}

function isMode(value: unknown): value is string {
  return ['pipe', 'overlapped', 'inherit', 'ignore'].includes(value as string);
}

function toStream(entry: unknown, descriptor: number): StandardStream {
  if (entry === undefined || entry === null || entry === 'pipe' || entry === 'overlapped') {
    return 'pipe';
  }
  if (entry === 'ignore' || entry === 'inherit') return entry;
  if (entry === 'ipc') return 'ignore';
  const number = typeof entry === 'object' ? (Reflect.get(entry, 'fd') as unknown) : entry;
  if (number === descriptor) return 'inherit';
  if (typeof number === 'number') {
    throw notImplemented(
      'stdio with another descriptor',
      `descriptor ${descriptor} can be inherited only as itself`,
    );
  }
  throw invalidArgValue('stdio', entry);
}
