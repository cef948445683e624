/** `node:child_process`, as far as `node` itself is the command. Follows `lib/internal/child_process.js`. */
import { drawNumber } from '../kernel/counters.ts';
import type { ToThread } from '../kernel/protocol.ts';
import { isSignal, type Signal, signalNumbers } from '../kernel/signals.ts';
import { resolvePath } from '../shared/paths.ts';
import { EventEmitter } from './events.ts';
import {
  AbortError,
  invalidArgType,
  invalidArgValue,
  nodeError,
  notImplemented,
} from './internal/errors.ts';
import { ExitNotice } from './internal/exit-notice.ts';
import { IpcChannel, type SendCallback, type Serialization } from './internal/ipc.ts';
import type { NodePorts } from './internal/message-port.ts';
import { nativePort } from './internal/native-port.ts';
import type { Thread } from './internal/thread.ts';
import {
  validateAbortSignal,
  validateObject,
  validateOneOf,
  validateString,
} from './internal/validators.ts';
import type { Timers } from './timers.ts';

type Stdio = 'inherit' | 'ignore';

export interface ForkOptions {
  cwd?: string | URL;
  env?: Record<string, unknown>;
  execArgv?: string[];
  execPath?: string;
  killSignal?: Signal | number;
  serialization?: Serialization;
  signal?: AbortSignal;
  silent?: boolean;
  stdio?: string | readonly unknown[];
  timeout?: number;
}

export interface ChildProcessOptions {
  thread: Thread;
  ports: NodePorts;
  timers: Timers;
  env: () => Record<string, string>;
  cwd: () => string;
  execPath: string;
  fileURLToPath: (url: URL) => string;
}

interface Spawned {
  pid: number;
  port: MessagePort;
  serialization: Serialization;
  spawnargs: string[];
}

export function createChildProcess(options: ChildProcessOptions) {
  const { thread, ports, timers, env, cwd, execPath, fileURLToPath } = options;

  class ChildProcess extends EventEmitter {
    readonly pid: number;
    readonly spawnfile = execPath;
    readonly spawnargs: string[];
    readonly stdin = null;
    readonly stdout = null;
    readonly stderr = null;
    readonly stdio = [null, null, null];
    exitCode: number | null = null;
    signalCode: Signal | null = null;
    killed = false;
    readonly #channel: IpcChannel;
    readonly #notice = new ExitNotice<{ code: number | null; signal: Signal | null }>((end) =>
      this.#onExit(end.code, end.signal),
    );
    #isReferenced = true;
    readonly #stopListening: () => void;

    constructor({ pid, port, serialization, spawnargs }: Spawned) {
      super();
      this.pid = pid;
      this.spawnargs = spawnargs;
      this.#channel = new IpcChannel(ports, port, serialization, {
        message: (message) => this.emit('message', message, undefined),
        internalMessage: (message) => this.emit('internalMessage', message, undefined),
        disconnect: () => this.emit('disconnect'),
        closed: () => this.#notice.portClosed(),
        tick: (action) => thread.loop.tick(action),
        error: (error) => this.emit('error', error),
      });
      thread.loop.ref();
      thread.loop.tick(() => this.emit('spawn'));
      const offs = [
        thread.system.on('process-ended', (message) => this.#onEnded(message)),
        thread.system.on('spawn-failed', (message) => this.#onSpawnFailed(message)),
      ];
      this.#stopListening = () => {
        for (const off of offs) off();
      };
    }

    get connected(): boolean {
      return this.#channel.isConnected;
    }

    get channel(): { ref(): void; unref(): void } | null {
      return this.#channel.isConnected
        ? { ref: () => this.ref(), unref: () => this.unref() }
        : null;
    }

    send(message: unknown, ...rest: unknown[]): boolean {
      return this.#channel.send(message, sendCallback(rest));
    }

    disconnect(): void {
      this.#channel.disconnect();
    }

    /** @returns whether the signal was sent, that is, whether the process still lives */
    kill(signal: Signal | number = 'SIGTERM'): boolean {
      const name = toSignal(signal);
      if (this.exitCode !== null || this.signalCode !== null) return false;
      if (name !== null) thread.system.post({ type: 'kill', pid: this.pid, signal: name });
      this.killed = true;
      return true;
    }

    [Symbol.dispose](): void {
      this.kill();
    }

    ref(): void {
      if (!this.#isReferenced) thread.loop.ref();
      this.#isReferenced = true;
    }

    unref(): void {
      if (this.#isReferenced) thread.loop.unref();
      this.#isReferenced = false;
    }

    #onEnded(message: Extract<ToThread, { type: 'process-ended' }>): void {
      if (message.pid !== this.pid) return;
      this.#notice.ended(message, message.signal !== null || !this.#channel.isConnected);
    }

    #onSpawnFailed(message: Extract<ToThread, { type: 'spawn-failed' }>): void {
      if (message.kind !== 'process' || message.id !== this.pid) return;
      this.unref();
      this.#stopListening();
      const error = nodeError('EAGAIN', `spawn ${execPath} EAGAIN`);
      this.emit('error', Object.assign(error, { errno: -11, syscall: `spawn ${execPath}` }));
    }

    #onExit(code: number | null, signal: Signal | null): void {
      this.unref();
      this.#isReferenced = true;
      this.#stopListening();
      this.#channel.end();
      this.exitCode = code;
      this.signalCode = signal;
      this.emit('exit', code, signal);
      thread.loop.tick(() => this.emit('close', code, signal));
    }
  }

  /**
   * Starts `node modulePath` as a process of its own with a channel for messages.
   * @throws for what Node refuses, and `ERR_METHOD_NOT_IMPLEMENTED` for piped standard streams
   */
  function fork(
    modulePath: string | URL,
    ...rest: [(readonly string[] | ForkOptions)?, ForkOptions?]
  ) {
    const [args, given] = Array.isArray(rest[0])
      ? [rest[0] as readonly string[], rest[1] ?? {}]
      : [[], (rest[0] as ForkOptions | undefined) ?? rest[1] ?? {}];
    validateObject(given, 'options');
    validateAbortSignal(given.signal, 'options.signal');
    if (given.serialization !== undefined) {
      validateOneOf(given.serialization, 'options.serialization', ['json', 'advanced']);
    }
    const file = modulePath instanceof URL ? fileURLToPath(modulePath) : modulePath;
    validateString(file, 'modulePath');
    const child = new ChildProcess(start(file, args, given));
    applyLimits(child, given);
    return child;
  }

  function start(file: string, args: readonly string[], given: ForkOptions): Spawned {
    const { serialization = 'json', execArgv = [] } = given;
    const directory = given.cwd instanceof URL ? fileURLToPath(given.cwd) : given.cwd;
    const argv = [execPath, file, ...args.map(String)];
    const pid = drawNumber(thread.start.runMemory);
    const { port1, port2 } = nativePort.channel();
    thread.system.post(
      {
        type: 'spawn-process',
        pid,
        image: {
          runtime: 'node',
          argv,
          env: given.env ? toEnvironment(given.env) : env(),
          cwd: directory === undefined ? cwd() : resolvePath(cwd(), directory),
        },
        input: 'inherit',
        output: outputOf(given),
        payload: { kind: 'fork', serialization, execArgv },
      },
      [port2],
    );
    return {
      pid,
      port: port1,
      serialization,
      spawnargs: [execPath, ...execArgv, ...argv.slice(1)],
    };
  }

  function applyLimits(child: ChildProcess, given: ForkOptions): void {
    const { signal, timeout, killSignal = 'SIGTERM' } = given;
    if (timeout !== undefined && timeout > 0) {
      const timer = timers.setTimeout(() => child.kill(killSignal), timeout);
      child.once('exit', () => timers.clearTimeout(timer));
    }
    if (!signal) return;
    const onAbort = (): void => {
      child.kill(killSignal);
      child.emit('error', new AbortError(undefined, { cause: signal.reason }));
    };
    if (signal.aborted) thread.loop.tick(onAbort);
    else {
      signal.addEventListener('abort', onAbort, { once: true });
      child.once('exit', () => signal.removeEventListener('abort', onAbort));
    }
  }

  return { fork, ChildProcess };
}

/** The callback may follow a handle and options, which have no meaning between browser workers. */
export function sendCallback(rest: readonly unknown[]): SendCallback | undefined {
  const [handle] = rest;
  if (handle !== undefined && handle !== null && typeof handle === 'object' && rest.length > 0) {
    if (!isSendOptions(handle)) {
      throw notImplemented('Sending a handle', 'a browser has no sockets to hand over');
    }
  }
  const callback = rest.find((each) => typeof each === 'function');
  return callback as SendCallback | undefined;
}

function isSendOptions(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function toEnvironment(given: Record<string, unknown>): Record<string, string> {
  const pairs = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]));
}

/** @returns null for signal 0, which only asks whether the process lives */
function toSignal(signal: Signal | number): Signal | null {
  if (signal === 0) return null;
  const found =
    typeof signal === 'number'
      ? Object.entries(signalNumbers).find(([, number]) => number === signal)?.[0]
      : signal;
  if (typeof found === 'string' && isSignal(found)) return found;
  throw nodeError('ERR_UNKNOWN_SIGNAL', `Unknown signal: ${String(signal)}`, TypeError);
}

function outputOf({ stdio, silent }: ForkOptions): { 1: Stdio; 2: Stdio } {
  const whole = stdio ?? (silent ? 'pipe' : 'inherit');
  if (typeof whole !== 'string' && !Array.isArray(whole))
    throw invalidArgType('options.stdio', ['string', 'Array'], whole);
  const list: readonly unknown[] = typeof whole === 'string' ? [whole, whole, whole] : whole;
  const one = (index: 1 | 2): Stdio => {
    const how = list[index];
    if (how === 'inherit' || how === index) return 'inherit';
    if (how === 'ignore') return 'ignore';
    if (how === undefined || how === null || how === 'pipe' || how === 'overlapped') {
      throw notImplemented('stdio: "pipe"', 'the first cut of the engine has no streams');
    }
    throw invalidArgValue('stdio', how);
  };
  return { 1: one(1), 2: one(2) };
}
