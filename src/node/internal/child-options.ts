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
import { validateAbortSignal, validateObject, validateOneOf } from './validators.ts';

export interface ChildOptions {
  argv0?: string;
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
  const { timeout, shell, killSignal } = given;
  if (timeout !== undefined && !(Number.isInteger(timeout) && timeout >= 0)) {
    throw outOfRange('timeout', 'an unsigned integer', timeout);
  }
  if (shell !== undefined && typeof shell !== 'boolean' && typeof shell !== 'string') {
    throw invalidArgType('options.shell', ['boolean', 'string'], shell);
  }
  if (killSignal !== undefined) toSignal(killSignal);
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
export function normalizeStdio(stdio: unknown): Stdio {
  if (typeof stdio === 'string') {
    if (!isMode(stdio)) throw invalidArgValue('stdio', stdio);
    return { streams: [toStream(stdio, 0), toStream(stdio, 1), toStream(stdio, 2)], hasIpc: false };
  }
  if (!Array.isArray(stdio)) throw invalidArgValue('stdio', stdio);
  const entries = stdio as unknown[];
  const ipc = entries.filter((entry) => entry === 'ipc').length;
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
