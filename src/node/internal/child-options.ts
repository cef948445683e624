/** The options of `node:child_process`, checked and normalized as in `lib/child_process.js`. */
import type { StandardStream } from '../../kernel/protocol.ts';
import { isSignal, type Signal, signalNumbers } from '../../kernel/signals.ts';
import type { ChildInput, ChildOutput } from './child-streams.ts';
import {
  invalidArgType,
  invalidArgValue,
  nodeError,
  notImplemented,
  outOfRange,
} from './errors.ts';
import type { Serialization } from './ipc.ts';
import { loadedPart } from './parts.ts';
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
  /** By the child's descriptor, whose pipe leads to or from what the parent has open. */
  relays: Partial<Record<0 | 1 | 2, Relay>>;
}

/** A descriptor of the parent, or the stream of another child. */
export type Relay = number | ChildInput | ChildOutput;

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
  if (typeof shell === 'string') checkNullBytes(shell, 'options.shell');
  if (killSignal !== undefined && killSignal !== null) checkKillSignal(killSignal);
}

function checkKillSignal(signal: unknown): void {
  if (typeof signal !== 'string' && typeof signal !== 'number') {
    throw invalidArgType('options.killSignal', ['string', 'number'], signal);
  }
  // Signal 0 asks; it cannot end anything.
  if (signal === 0 || toSignal(signal as Signal) === null) {
    throw nodeError('ERR_UNKNOWN_SIGNAL', `Unknown signal: ${String(signal)}`, TypeError);
  }
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
    const streams: Stdio['streams'] = [toStream(stdio, 0), toStream(stdio, 1), toStream(stdio, 2)];
    return { streams, hasIpc: false, relays: {} };
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
  const relays: Stdio['relays'] = {};
  const streamOf = (descriptor: 0 | 1 | 2): StandardStream => {
    const relay = toRelay(entries[descriptor], descriptor);
    if (relay === undefined) return toStream(entries[descriptor], descriptor);
    relays[descriptor] = relay;
    return 'pipe';
  };
  return { streams: [streamOf(0), streamOf(1), streamOf(2)], hasIpc: ipc > 0, relays };
}

/** Descriptors are numbers, or what has one; `fs` streams have one once they are open. */
function descriptorOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'fd') : entry;
}

function toRelay(entry: unknown, descriptor: number): Relay | undefined {
  const library = loadedPart('library');
  const Stream = descriptor === 0 ? library?.ChildOutput : library?.ChildInput;
  if (Stream && entry instanceof Stream) return entry;
  const number = descriptorOf(entry);
  return typeof number === 'number' && number !== descriptor ? number : undefined;
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
  if (descriptorOf(entry) === descriptor) return 'inherit';
  throw invalidArgValue('stdio', entry);
}
