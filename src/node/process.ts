/** `node:process`. Follows `lib/internal/process/*`, `lib/internal/bootstrap/node.js`. */
import { isSignal, type Signal, signalNumbers } from '../kernel/signals.ts';
import { SystemError } from '../kernel/system-error.ts';
import { apply } from '../shared/intrinsics.ts';
import { resolvePath } from '../shared/paths.ts';
import { EventEmitter, type EventName } from './events.ts';
import type { Environment } from './internal/environment.ts';
import { invalidArgType, nodeError, notImplemented, outOfRange } from './internal/errors.ts';
import { IpcChannel, sendCallback } from './internal/ipc.ts';
import type { NodePorts } from './internal/message-port.ts';
import { NodeOptions } from './internal/node-args.ts';
import { part } from './internal/parts.ts';
import { Wire } from './internal/port-wire.ts';
import type { createProcessExtras } from './internal/process-extras.ts';
import type { Sink, StandardOutput } from './internal/standard-output.ts';
import { isMain, type Thread } from './internal/thread.ts';
import { validateFunction, validateString } from './internal/validators.ts';
import { EXEC_PATH, NODE_VERSION } from './internal/version.ts';
import { createWorkerSink, OutputState } from './internal/worker-sink.ts';
import type { Readable } from './stream.ts';

const EINVAL = -22;

export interface ProcessOptions {
  thread: Thread;
  ports: NodePorts;
  environment: Environment;
  getBuiltin: (name: string) => object | undefined;
}

export type Process = ReturnType<typeof createProcess>;
type Extras = ReturnType<typeof createProcessExtras>;

export function createProcess({ thread, ports, environment, getBuiltin }: ProcessOptions) {
  const { start, loop, context, system, payload } = thread;
  const ownArgv = payload.kind === 'worker' ? payload.argv : undefined;
  const entry = payload.kind === 'worker' ? (payload.isEval ? '[worker eval]' : payload.entry) : '';
  let cwd = start.image.cwd;
  let exitCode: number | undefined;
  let stdin: Readable | undefined;
  let capture: ((error: unknown) => void) | null = null;

  class Process extends EventEmitter {
    title = 'node';
    readonly version = `v${NODE_VERSION}`;
    readonly versions = Object.freeze({ node: NODE_VERSION, interleave: '0.1.0' });
    readonly release = Object.freeze({ name: 'node', lts: 'Krypton' });
    readonly arch = 'x64';
    readonly platform = 'linux';
    readonly pid = start.pid;
    ppid = start.ppid;
    readonly execPath = start.image.argv[0] ?? EXEC_PATH;
    readonly argv0 = payload.kind === 'fork' ? payload.argv0 : 'node';
    readonly argv: string[] = ownArgv ? [EXEC_PATH, entry, ...ownArgv] : [...start.image.argv];
    readonly execArgv = payload.kind === 'root' ? [] : payload.execArgv;
    env = environment.variables;
    readonly sourceMapsEnabled = false;
    readonly features = Object.freeze({
      inspector: false,
      require_module: true,
      typescript: 'strip',
    });
    readonly config = Object.freeze({ variables: Object.freeze({}) });
    /** Set by the runtime while `exit` listeners run. */
    _exiting = false;
    readonly hrtime = createHrtime(thread);
    declare noDeprecation: boolean | undefined;
    declare throwDeprecation: boolean | undefined;
    declare channel: { ref(): void; unref(): void } | null | undefined;
    declare connected: boolean | undefined;
    declare send: ((message: unknown, ...rest: unknown[]) => boolean) | undefined;
    declare disconnect: (() => void) | undefined;

    get exitCode(): number | undefined {
      return exitCode;
    }

    set exitCode(code: number | string | undefined) {
      exitCode = toExitCode(code);
    }

    readonly #outputs: { 1?: StandardOutput; 2?: StandardOutput } = {};
    readonly #sinks = { 1: this.#sinkOf(1), 2: this.#sinkOf(2) };

    get stdout(): StandardOutput {
      return process._output(1);
    }

    get stderr(): StandardOutput {
      return process._output(2);
    }

    _output(descriptor: 1 | 2): StandardOutput {
      const sink = this.#sinks[descriptor];
      this.#outputs[descriptor] ??= part('library').createOutput(thread, descriptor, sink);
      return this.#outputs[descriptor];
    }

    #sinkOf(descriptor: 1 | 2): Sink {
      return sinkOf(thread, ports, descriptor, () => this.#outputs[descriptor]?.onTaken());
    }

    /** The stream, if the program has it in hand. */
    _stream(descriptor: 1 | 2): StandardOutput | undefined {
      return this.#outputs[descriptor];
    }

    /**
     * For the engine's own printing: goes through the stream only if the program has it in hand, or
     * where the reader has gone, of which the stream knows what to make.
     */
    _print(descriptor: 1 | 2, text: string | Uint8Array): void {
      this.#orStream(descriptor, text)?.print(text);
    }

    /** The same for what a worker prints. */
    _pass(descriptor: 1 | 2, text: string | Uint8Array): void {
      this.#orStream(descriptor, text)?.write(text);
    }

    /** Passes text on by itself, or gives the stream that has to. */
    #orStream(descriptor: 1 | 2, text: string | Uint8Array): StandardOutput | undefined {
      const isPassed = !this.#outputs[descriptor] && this.#sinks[descriptor](text);
      return isPassed ? undefined : this._output(descriptor);
    }

    /** Made when it is first asked for: only then may the process wait for input. */
    get stdin(): Readable {
      stdin ??= part('library').createInput(thread);
      return stdin;
    }

    exit(code?: number | string): never {
      if (code !== undefined) exitCode = toExitCode(code);
      thread.leave(exitCode);
      return process.reallyExit(exitCode);
    }

    /** How `exit` ends once its listeners have run: a program may put something in its place. */
    reallyExit(code?: number): never {
      if (code !== undefined) exitCode = toExitCode(code);
      return thread.end();
    }

    abort(): never {
      if (!isMain(thread)) throw unsupportedInWorker('process.abort()');
      system.post({ type: 'kill', pid: start.pid, signal: 'SIGABRT' });
      return thread.exit(134);
    }

    cwd(): string {
      return cwd;
    }

    chdir(directory: string): void {
      validateString(directory, 'directory');
      if (!isMain(thread)) throw unsupportedInWorker('process.chdir()');
      const target = resolvePath(cwd, directory);
      try {
        system.call({ op: 'readdir', path: target });
      } catch (error) {
        throw chdirError(error, cwd, directory);
      }
      cwd = target;
    }

    uptime(): number {
      return thread.now() / 1000;
    }

    /** Only what a browser tells: Chromium's JavaScript heap; elsewhere the call is declined. */
    memoryUsage(): Record<string, number> {
      const { memory } = performance as { memory?: Record<string, number> };
      if (!memory) throw notImplemented('process.memoryUsage', 'this browser does not tell');
      const heapTotal = memory.totalJSHeapSize ?? 0;
      const heapUsed = memory.usedJSHeapSize ?? 0;
      return { rss: heapTotal, heapTotal, heapUsed, external: 0, arrayBuffers: 0 };
    }

    nextTick(callback: (...args: unknown[]) => unknown, ...args: unknown[]): void {
      validateFunction(callback, 'callback');
      if (process._exiting) return;
      loop.tick(context.bind(() => void apply(callback, undefined, args)));
    }

    kill(pid: number, signal: Signal | number = 'SIGTERM'): true {
      const isNothing = pid === undefined || pid === null;
      // As Node compares: what reads as a whole number will do.
      if (isNothing || Number(pid) !== (Number(pid) | 0)) {
        throw invalidArgType('pid', 'number', pid);
      }
      const errno = process._kill(Number(pid), toSignalNumber(signal));
      if (!errno) return true;
      const code = errno === EINVAL ? 'EINVAL' : 'ESRCH';
      throw Object.assign(new Error(`kill ${code}`), { errno, code, syscall: 'kill' });
    }

    /** Node's own way to send a signal. @returns 0, or what went wrong */
    _kill(pid: number, number: number): number {
      const name = Object.entries(signalNumbers).find(([, each]) => each === number)?.[0];
      if (number !== 0 && !(name && isSignal(name))) return EINVAL;
      try {
        system.call({ op: 'kill', pid, signal: number === 0 ? null : (name as Signal) });
      } catch (error) {
        if (!(error instanceof SystemError)) throw error;
        return error.errno;
      }
      return 0;
    }

    hasUncaughtExceptionCaptureCallback(): boolean {
      return capture !== null;
    }

    /** `callback` gets what is not caught, instead of `uncaughtException` listeners; null ends it. */
    setUncaughtExceptionCaptureCallback(callback: ((error: unknown) => void) | null): void {
      if (callback !== null && typeof callback !== 'function') {
        throw invalidArgType('fn', ['Function', 'null'], callback);
      }
      if (callback !== null && capture !== null) {
        throw nodeError(
          'ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET',
          '`process.setupUncaughtExceptionCapture()` was called while a capture callback was already active',
        );
      }
      capture = callback;
    }

    /** Node's own way to report an error. @returns whether somebody took it */
    _fatalException(error: unknown): boolean {
      const origin = 'uncaughtException';
      process.emit('uncaughtExceptionMonitor', error, origin);
      return process._capture(error) || process.emit('uncaughtException', error, origin);
    }

    /** For the runtime. @returns whether the capture callback took `error` */
    _capture(error: unknown): boolean {
      capture?.(error);
      return capture !== null;
    }

    emitWarning(warning: string | Error, type?: unknown, code?: unknown): void {
      if (type === 'DeprecationWarning' && process.noDeprecation) return;
      const error = toWarning(warning, type, code);
      const isDeprecation = error.name === 'DeprecationWarning';
      if (isDeprecation && process.noDeprecation) return;
      const isThrown = isDeprecation && process.throwDeprecation;
      loop.tick(() => {
        if (isThrown) throw error;
        process.emit('warning', error);
      });
    }
  }

  // Its name is to be seen in messages of V8, whatever a bundler calls the class.
  const { process: Named } = {
    process(): never {
      throw new TypeError('Illegal constructor');
    },
  };
  Object.defineProperty(Named, 'prototype', { value: Process.prototype });
  Object.defineProperty(Process.prototype, 'constructor', { value: Named, configurable: true });
  const process = new Process();
  ownMethods(process, Process.prototype);
  const { get, set } = Object.getOwnPropertyDescriptor(Process.prototype, 'exitCode') ?? {};
  Object.defineProperty(process, 'exitCode', {
    get,
    set,
    enumerable: true,
    configurable: false,
  } as PropertyDescriptor);
  addExtras(process, () =>
    part('library').createProcessExtras({
      thread,
      cwd: () => process.cwd(),
      env: () => process.env,
      getBuiltin,
      on: (event, listener) => process.on(event, listener),
      stdin: () => process.stdin,
    }),
  );
  const options = new NodeOptions(process.execArgv, String(process.env.NODE_OPTIONS ?? ''));
  process.title = options.last('--title') ?? process.title;
  if (options.has('--no-deprecation')) process.noDeprecation = true;
  if (options.has('--throw-deprecation')) process.throwDeprecation = true;
  const tracesAll = options.has('--trace-warnings');
  const tracesDeprecation = tracesAll || options.has('--trace-deprecation');
  const disabled = options.all('--disable-warning');
  const warningFile = options.last('--redirect-warnings') ?? process.env.NODE_REDIRECT_WARNINGS;
  const appendTo = (path: string, text: string): void => {
    const fs = getBuiltin('fs') as { appendFileSync(path: string, text: string): void };
    fs.appendFileSync(path, text);
  };
  let hasHinted = false;
  Object.defineProperty(process, Symbol.toStringTag, {
    value: 'process',
    writable: true,
    configurable: true,
  });
  const printWarning = (warning: Error & { code?: string; detail?: string }): void => {
    if (!(warning instanceof Error)) return;
    const isDeprecation = warning.name === 'DeprecationWarning';
    if (isDeprecation && process.noDeprecation) return;
    if (disabled.includes(warning.code ?? '') || disabled.includes(warning.name)) return;
    const isTraced = isDeprecation ? tracesDeprecation : tracesAll;
    const code = warning.code ? `[${warning.code}] ` : '';
    const shown = isTraced && warning.stack ? warning.stack : textOf(warning);
    const detail = typeof warning.detail === 'string' ? `\n${warning.detail}` : '';
    const flag = isDeprecation ? '--trace-deprecation' : '--trace-warnings';
    const hint = `(Use \`node ${flag} ...\` to show where the warning was created)\n`;
    const isHinted = !isTraced && !hasHinted;
    hasHinted ||= isHinted;
    const text = `(node:${start.pid}) ${code}${shown}${detail}\n${isHinted ? hint : ''}`;
    if (warningFile) appendTo(warningFile, text);
    else process._print(2, text);
  };
  if (!options.has('--no-warnings') && process.env.NODE_NO_WARNINGS !== '1') {
    process.on('warning', printWarning);
  }
  if (isMain(thread)) followSignals(process, thread);
  system.on('parent-ended', ({ ppid }) => {
    process.ppid = ppid;
  });
  if (payload.kind === 'fork' && thread.parentPort) {
    openChannel(process, thread, ports, thread.parentPort, payload.serialization);
  }
  return process;
}

const ownPrivate = ['_fatalException', '_kill'];

/**
 * Methods are the process's own, as in Node: so they are exports of the module too, and work without
 * `process.` before them. The engine's, with an underscore that Node does not have, stay inherited.
 */
function ownMethods(process: object, prototype: object): void {
  const methods = Object.getOwnPropertyDescriptors(prototype);
  for (const [name, descriptor] of Object.entries(methods)) {
    if (name === 'constructor' || (name.startsWith('_') && !ownPrivate.includes(name))) continue;
    Object.defineProperty(process, name, { ...descriptor, enumerable: true });
  }
}

const extraMethods = [
  'availableMemory',
  'constrainedMemory',
  'cpuUsage',
  'execve',
  'getActiveResourcesInfo',
  'getBuiltinModule',
  'getegid',
  'geteuid',
  'getgid',
  'getgroups',
  'getuid',
  'initgroups',
  'loadEnvFile',
  'openStdin',
  'ref',
  'resourceUsage',
  'setSourceMapsEnabled',
  'setegid',
  'seteuid',
  'setgid',
  'setgroups',
  'setuid',
  'threadCpuUsage',
  'umask',
  'unref',
  '_rawDebug',
] as const satisfies readonly (keyof Extras)[];

/** Rarely used, they are made when one of them is first called. */
function addExtras(process: object, make: () => Extras): void {
  let made: Extras | undefined;
  const extras = (): Extras => {
    made ??= make();
    return made;
  };
  for (const name of extraMethods) {
    const value = (...args: unknown[]): unknown =>
      (extras()[name] as (...args: unknown[]) => unknown)(...args);
    Object.defineProperty(value, 'name', { value: name });
    const enumerable = !name.startsWith('_');
    Object.defineProperty(process, name, { value, writable: true, configurable: true, enumerable });
  }
  Object.defineProperty(process, 'finalization', {
    get: () => extras().finalization,
    set: (value: unknown) =>
      Object.defineProperty(process, 'finalization', {
        value,
        writable: true,
        configurable: true,
        enumerable: true,
      }),
    configurable: true,
    enumerable: true,
  });
}

/** Straight to the run's output; a worker whose parent asked for its output sends it there. */
function sinkOf(thread: Thread, ports: NodePorts, descriptor: 1 | 2, onTaken: () => void): Sink {
  const { payload, parentPort, loop } = thread;
  if (payload.kind !== 'worker' || !parentPort) {
    return (bytes) => thread.system.write(descriptor, bytes);
  }
  const isAskedFor = payload.stdio[descriptor === 1 ? 'stdout' : 'stderr'];
  const state = new OutputState(payload.stdio.state);
  // As in Node, a worker lives until the parent that asked for its output has taken it.
  let isHeld = false;
  if (isAskedFor) {
    ports.open(parentPort);
    ports.onTaken.push(() => {
      if (!isHeld || state.onTheWay(descriptor) > 0) return;
      isHeld = false;
      loop.unref();
      onTaken();
    });
  }
  return createWorkerSink({
    descriptor,
    isAskedFor,
    state,
    print: (bytes) => thread.system.write(descriptor, bytes),
    send: (piece) => {
      ports.sendControl(parentPort, Wire.output, piece);
      if (isHeld || !isAskedFor) return;
      isHeld = true;
      loop.ref();
    },
  });
}

function createHrtime(thread: Thread) {
  const hrtime = (previous?: [number, number]): [number, number] => {
    const nanoseconds = hrtime.bigint();
    const pair: [number, number] = [
      Number(nanoseconds / 1_000_000_000n),
      Number(nanoseconds % 1_000_000_000n),
    ];
    if (previous === undefined) return pair;
    if (!Array.isArray(previous)) throw invalidArgType('time', 'Array', previous);
    if (previous.length !== 2) throw outOfRange('time', '2', (previous as unknown[]).length);
    const seconds = pair[0] - previous[0];
    const rest = pair[1] - previous[1];
    return rest < 0 ? [seconds - 1, rest + 1_000_000_000] : [seconds, rest];
  };
  hrtime.bigint = (): bigint => BigInt(Math.round((thread.start.origin + thread.now()) * 1e6));
  return hrtime;
}

function toExitCode(code: number | string | null | undefined): number | undefined {
  if (code === undefined || code === null) return undefined;
  const parsed = typeof code === 'string' && code !== '' ? Number(code) : code;
  const number = Number.isNaN(parsed) ? code : parsed;
  if (typeof number !== 'number') throw invalidArgType('code', 'number', code);
  if (!Number.isInteger(number)) throw outOfRange('code', 'an integer', code);
  return number;
}

function chdirError(error: unknown, from: string, to: string): unknown {
  if (!(error instanceof SystemError)) return error;
  const message = `${error.code}: no such file or directory, chdir ${from} -> '${to}'`;
  return Object.assign(nodeError(error.code, message), { syscall: 'chdir', path: from, dest: to });
}

function toSignalNumber(signal: Signal | number): number {
  if (typeof signal === 'number' && signal === (signal | 0)) return signal;
  if (typeof signal === 'string' && isSignal(signal)) return signalNumbers[signal];
  throw nodeError('ERR_UNKNOWN_SIGNAL', `Unknown signal: ${String(signal)}`, TypeError);
}

function unsupportedInWorker(what: string): Error {
  return nodeError(
    'ERR_WORKER_UNSUPPORTED_OPERATION',
    `${what} is not supported in workers`,
    TypeError,
  );
}

/** A warning's `toString` may be anything. */
function textOf(warning: Error): string {
  if (typeof warning.toString === 'function') return String(warning.toString());
  return Reflect.apply(Error.prototype.toString, warning, []);
}

function toWarning(warning: string | Error, type: unknown, code: unknown): Error {
  const isOptions = typeof type === 'object' && type !== null && !Array.isArray(type);
  const options = isOptions ? (type as Record<string, unknown>) : {};
  const isBuilder = typeof type === 'function';
  const name = isBuilder ? undefined : isOptions ? options.type || undefined : type;
  if (name !== undefined) validateString(name, 'type');
  const given = isOptions
    ? options.code
    : isBuilder || typeof code === 'function'
      ? undefined
      : code;
  if (given !== undefined) validateString(given, 'code');
  if (warning instanceof Error) return warning;
  if (typeof warning !== 'string') throw invalidArgType('warning', ['string', 'Error'], warning);
  const error = Object.assign(new Error(warning), { name: name ?? 'Warning' });
  if (given !== undefined) Object.assign(error, { code: given });
  if (typeof options.detail === 'string') Object.assign(error, { detail: options.detail });
  return error;
}

/** The kernel sends a signal only to a process that listens for it; others take its default. */
function followSignals(process: EventEmitter, thread: Thread): void {
  const isWatchable = (name: EventName): name is Signal =>
    typeof name === 'string' && isSignal(name);
  process.on('newListener', (name: EventName) => {
    if (!isWatchable(name) || process.listenerCount(name) > 0) return;
    if (name === 'SIGKILL' || name === 'SIGSTOP') {
      throw Object.assign(new Error(`uv_signal_start EINVAL`), { code: 'EINVAL', errno: -22 });
    }
    thread.system.post({ type: 'watch-signal', signal: name, watched: true });
  });
  process.on('removeListener', (name: EventName) => {
    if (!isWatchable(name) || process.listenerCount(name) > 0) return;
    thread.system.post({ type: 'watch-signal', signal: name, watched: false });
  });
  thread.system.on('signal', ({ signal }) => {
    thread.loop.dispatch(() => process.emit(signal, signal, signalNumbers[signal]));
  });
}

/** The IPC channel of a forked process keeps it alive while it is listened to. */
function openChannel(
  process: Process,
  thread: Thread,
  ports: NodePorts,
  port: MessagePort,
  serialization: 'json' | 'advanced',
): void {
  let isReferenced = false;
  const setReferenced = (value: boolean): void => {
    if (value === isReferenced) return;
    isReferenced = value;
    if (value) thread.loop.ref();
    else thread.loop.unref();
  };
  const channel = new IpcChannel(ports, port, serialization, {
    message: (message) => process.emit('message', message, undefined),
    internalMessage: (message) => process.emit('internalMessage', message, undefined),
    disconnect: () => {
      setReferenced(false);
      process.connected = false;
      process.channel = null;
      process.emit('disconnect');
    },
    closed: () => undefined,
    error: (error) => process.emit('error', error),
    tick: (action) => thread.loop.tick(action),
  });
  thread.system.on('parent-ended', () => thread.loop.dispatch(() => channel.end()));
  process.connected = true;
  process.channel = { ref: () => setReferenced(true), unref: () => setReferenced(false) };
  process.send = (message, ...rest) => channel.send(message, sendCallback(rest));
  process.disconnect = () => {
    channel.disconnect();
    process.connected = channel.isConnected;
    process.channel = null;
  };
  const follows = (name: EventName): boolean => name === 'message' || name === 'disconnect';
  process.on('newListener', (name: EventName) => {
    if (follows(name) && channel.isConnected) setReferenced(true);
  });
  process.on('removeListener', (name: EventName) => {
    const left = process.listenerCount('message') + process.listenerCount('disconnect');
    if (follows(name) && left === 0) setReferenced(false);
  });
}
