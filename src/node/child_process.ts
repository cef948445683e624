/**
 * `node:child_process`, as far as `node` itself is the command: the engine has no other programs,
 * so that others fail with `ENOENT`. Follows `lib/child_process.js`, `lib/internal/child_process.js`.
 */
import { drawNumber } from '../kernel/counters.ts';
import { PROCESS_LIMIT } from '../kernel/limits.ts';
import type { ToThread } from '../kernel/protocol.ts';
import type { Signal } from '../kernel/signals.ts';
import { SystemError } from '../kernel/system-error.ts';
import { resolvePath } from '../shared/paths.ts';
import { EventEmitter } from './events.ts';
import {
  execArguments,
  execFileArguments,
  forkArguments,
  spawnArguments,
} from './internal/child-arguments.ts';
import {
  type ChildOptions,
  checkNullBytes,
  checkPath,
  normalizeStdio,
  type Relay,
  type Stdio,
  toEnvironment,
  toSignal,
  validateChildOptions,
} from './internal/child-options.ts';
import type { ChildInput, ChildOutput } from './internal/child-streams.ts';
import { splitCommand } from './internal/command-line.ts';
import { AbortError, nodeError, outOfRange } from './internal/errors.ts';
import type { ExecCallback, ExecOptions } from './internal/exec.ts';
import { ExitNotice } from './internal/exit-notice.ts';
import { firstReadsOf } from './internal/first-reads.ts';
import { IpcChannel, type Serialization, sendCallback } from './internal/ipc.ts';
import type { NodePorts } from './internal/message-port.ts';
import { nativePort } from './internal/native-port.ts';
import { parseNodeArgs, withoutSource } from './internal/node-args.ts';
import { part } from './internal/parts.ts';
import type { createSyncForms, DescriptorFiles, Prepared } from './internal/spawn-sync.ts';
import type { Thread } from './internal/thread.ts';
import { TurnCount } from './internal/turn-count.ts';
import { validateArray, validateObject, validateString } from './internal/validators.ts';
import { EXEC_TEXT } from './internal/version.ts';
import type { Timers } from './timers.ts';

export type ForkOptions = ChildOptions;

export interface ChildProcessOptions {
  /** Tells the channel of `diagnostics_channel`. */
  published: (child: object) => void;
  thread: Thread;
  ports: NodePorts;
  timers: Timers;
  env: () => Record<string, string>;
  cwd: () => string;
  execPath: string;
  process: { execArgv: string[]; stderr: { write(chunk: unknown): unknown } };
  fileURLToPath: (url: URL) => string;
  files: DescriptorFiles;
}

/** What Node's own functions pass to `child.spawn()`; `args` begins with the name of the program. */
interface RawOptions {
  file: string;
  args?: string[];
  cwd?: string;
  envPairs?: string[];
  serialization?: Serialization;
  stdio?: string | readonly unknown[];
}

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}

/** What was started, or why not. */
interface Spawned {
  pid: number | undefined;
  port: MessagePort | undefined;
  /** Why there is no process, or why there may be none after all. */
  refusal: Refusal;
  serialization: Serialization;
  spawnfile: string;
  spawnargs: string[];
  stdio: Stdio;
}

interface Command {
  file: string;
  args: readonly string[];
  /** As `child.spawnfile` and `child.spawnargs` show it, where a shell would have been in between. */
  shown?: { spawnfile: string; spawnargs: string[] };
}

type End = { code: number | null; signal: Signal | null };

const customPromisify = Symbol.for('nodejs.util.promisify.custom');
const errorNumbers = { ENOENT: -2, EAGAIN: -11 } as const;
type Refusal = keyof typeof errorNumbers;
/** Refusals in one turn of the loop, after which a program does not seem to listen for them. */
const REFUSALS = 1000;

const refused = (refusal: Refusal) => ({ refusal, pid: undefined, port: undefined });

function spawnError(code: Refusal, file: string, spawnargs: readonly string[]): Error {
  const syscall = `spawn ${file}`;
  return Object.assign(new Error(`${syscall} ${code}`), {
    errno: errorNumbers[code],
    code,
    syscall,
    path: file,
    spawnargs: spawnargs.slice(1),
  });
}

export type ChildProcess = InstanceType<ReturnType<typeof createChildProcess>['ChildProcess']>;

export function createChildProcess(options: ChildProcessOptions) {
  const { thread, ports, timers, published, env, cwd, execPath, process, fileURLToPath, files } =
    options;

  const started = new TurnCount(thread.loop);

  /** Gives a new object the process that was started for it. */
  let adopt: (child: ChildProcess, spawned: Spawned) => void;

  class ChildProcess extends EventEmitter {
    pid: number | undefined;
    spawnfile: string | null = null;
    spawnargs: string[] = [];
    stdin: ChildInput | null | undefined;
    stdout: ChildOutput | null | undefined;
    stderr: ChildOutput | null | undefined;
    stdio: (ChildInput | ChildOutput | null)[] = [];
    exitCode: number | null = null;
    signalCode: Signal | null = null;
    killed = false;
    declare send: ((message: unknown, ...rest: unknown[]) => boolean) | undefined;
    declare disconnect: (() => void) | undefined;
    #channel: IpcChannel | undefined;
    readonly #notice = new ExitNotice<End>((end) => this.#onExit(end.code, end.signal));
    #isReferenced = true;
    /** The exit, and each piped output. As in Node, a channel that was closed from here never counts. */
    #closesNeeded = 1;
    #stopListening = (): void => undefined;
    /** Its streams, those included that the program does not see. */
    #input: ChildInput | undefined;
    readonly #outputs: ChildOutput[] = [];

    static {
      adopt = (child, spawned) => child.#adopt(spawned);
    }

    /**
     * Starts `options.file`, as Node's own functions do it.
     * @throws for what Node refuses
     */
    spawn(options: RawOptions): number {
      validateObject(options, 'options');
      const { file, args = [], envPairs, serialization, cwd: folder } = options;
      const stdio = normalizeStdio(options.stdio ?? 'pipe');
      if (envPairs !== undefined) validateArray(envPairs, 'options.envPairs');
      validateString(file, 'options.file');
      validateArray(args, 'options.args');
      const [argv0 = file, ...rest] = args.map(String);
      const given: ChildOptions = {
        argv0,
        ...(folder !== undefined && { cwd: folder }),
        ...(serialization !== undefined && { serialization }),
        ...(envPairs && { env: Object.fromEntries(envPairs.map(splitPair)) }),
      };
      validateChildOptions(given);
      adopt(this, start({ file, args: rest }, given, stdio));
      return this.pid === undefined ? errorNumbers.ENOENT : 0;
    }

    #adopt({ pid, port, serialization, spawnfile, spawnargs, stdio, refusal }: Spawned): void {
      this.pid = pid;
      this.spawnfile = spawnfile;
      this.spawnargs = spawnargs;
      const [input, output, error] = stdio.streams;
      const id = pid ?? -1;
      if (input === 'pipe') this.#input = new (part('library').ChildInput)(thread, id);
      const one = output === 'pipe' ? this.#follow(id, 1) : null;
      const two = error === 'pipe' ? this.#follow(id, 2) : null;
      const { relays } = stdio;
      this.stdin = relays[0] === undefined ? (this.#input ?? null) : null;
      this.stdout = relays[1] === undefined ? one : null;
      this.stderr = relays[2] === undefined ? two : null;
      if (relays[0] !== undefined && this.#input) feed(this.#input, relays[0]);
      if (relays[1] !== undefined && one) drain(one, relays[1]);
      if (relays[2] !== undefined && two) drain(two, relays[2]);
      published(this);
      this.stdio = [this.stdin, this.stdout, this.stderr];
      if (stdio.hasIpc) this.stdio.push(null);
      thread.loop.ref();
      if (pid === undefined) {
        thread.loop.tick(() => this.#onRefused(refusal));
        return;
      }
      if (port) this.#channel = this.#openChannel(port, serialization);
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
      return this.#channel?.isConnected ?? false;
    }

    get channel(): { ref(): void; unref(): void } | null | undefined {
      if (!this.#channel) return undefined;
      return this.#channel.isConnected
        ? { ref: () => this.ref(), unref: () => this.unref() }
        : null;
    }

    /** @returns whether the signal was sent, that is, whether the process still lives */
    kill(signal: Signal | number = 'SIGTERM'): boolean {
      const name = toSignal(signal);
      if (this.pid === undefined || this.exitCode !== null || this.signalCode !== null)
        return false;
      // As in Node, signal 0 counts as well, though it only asks.
      this.killed = true;
      if (name !== null) thread.system.post({ type: 'kill', pid: this.pid, signal: name });
      return true;
    }

    [Symbol.dispose](): void {
      if (!this.killed) this.kill();
    }

    ref(): void {
      if (!this.#isReferenced) thread.loop.ref();
      this.#isReferenced = true;
    }

    unref(): void {
      if (this.#isReferenced) thread.loop.unref();
      this.#isReferenced = false;
      // What the program does not see does not keep it alive either.
      for (const output of this.#outputs) if (!this.stdio.includes(output)) output.unref();
    }

    #openChannel(port: MessagePort, serialization: Serialization): IpcChannel {
      const channel = new IpcChannel(ports, port, serialization, {
        message: (message) => this.emit('message', message, undefined),
        internalMessage: (message) => this.emit('internalMessage', message, undefined),
        disconnect: () => this.emit('disconnect'),
        closed: () => this.#notice.portClosed(),
        tick: (action) => thread.loop.tick(action),
        error: (error) => this.emit('error', error),
      });
      this.send = (message, ...rest) => channel.send(message, sendCallback(rest));
      this.disconnect = () => {
        if (channel.isConnected) this.#closesNeeded++;
        channel.disconnect();
      };
      return channel;
    }

    #follow(id: number, descriptor: 1 | 2): ChildOutput {
      const stream = new (part('library').ChildOutput)(thread, id, descriptor);
      this.#closesNeeded++;
      this.#outputs.push(stream);
      stream.once('close', () => this.#maybeClose());
      return stream;
    }

    #onEnded(message: Extract<ToThread, { type: 'process-ended' }>): void {
      if (message.pid !== this.pid) return;
      const isQuiet = message.signal !== null || !this.connected;
      thread.loop.dispatch(() => this.#notice.ended(message, isQuiet));
    }

    #onSpawnFailed(message: Extract<ToThread, { type: 'spawn-failed' }>): void {
      if (message.kind !== 'process' || message.id !== this.pid) return;
      this.#stopListening();
      this.#channel?.end();
      this.#onRefused('EAGAIN');
    }

    /** There is no such program or directory, or there are too many processes. */
    #onRefused(code: Refusal): void {
      this.unref();
      this.exitCode = errorNumbers[code];
      this.#input?.destroy();
      const error = spawnError(code, this.spawnfile ?? '', this.spawnargs);
      for (const stream of this.#outputs) stream.push(null);
      this.emit('error', error);
      thread.loop.tick(() => this.#flush());
      this.#maybeClose();
    }

    #onExit(code: number | null, signal: Signal | null): void {
      this.unref();
      this.#isReferenced = true;
      this.#stopListening();
      // The end of the channel is told first.
      if (this.connected) {
        this.#channel?.end();
        return thread.loop.tick(() => this.#tellExit(code, signal));
      }
      this.#tellExit(code, signal);
    }

    #tellExit(code: number | null, signal: Signal | null): void {
      this.exitCode = code;
      this.signalCode = signal;
      this.#input?.destroy();
      this.emit('exit', code, signal);
      thread.loop.tick(() => {
        this.#flush();
        this.#maybeClose();
      });
    }

    /** Output that nobody reads must end all the same. */
    #flush(): void {
      for (const stream of this.#outputs) {
        if (stream.readable && stream.readableFlowing === null) stream.resume();
      }
    }

    #maybeClose(): void {
      if (--this.#closesNeeded === 0) this.emit('close', this.exitCode, this.signalCode);
    }
  }

  /** What the child prints goes on to a descriptor of this process, or to another child. */
  function drain(output: ChildOutput, target: Relay): void {
    if (typeof target === 'number') {
      output.on('data', (bytes: Uint8Array) => files.write(target, bytes));
      return;
    }
    output.pipe(target as ChildInput);
  }

  function feed(input: ChildInput, source: Relay): void {
    if (typeof source === 'number') input.end(files.read(source));
    else (source as ChildOutput).pipe(input);
  }

  /**
   * Starts `node modulePath` as a process of its own with a channel for messages.
   * @throws for what Node refuses
   */
  function fork(
    modulePath: string | URL,
    first?: readonly string[] | ForkOptions | null,
    second?: ForkOptions,
  ) {
    checkPath(modulePath, 'modulePath');
    const { args, given } = forkArguments(first, second);
    const file = modulePath instanceof URL ? fileURLToPath(modulePath) : String(modulePath);
    const { execArgv = withoutSource(process.execArgv), silent = false, stdio: whole } = given;
    const mode = whole ?? (silent ? 'pipe' : 'inherit');
    const stdio = normalizeStdio(typeof mode === 'string' ? [mode, mode, mode, 'ipc'] : mode);
    if (!stdio.hasIpc) {
      throw nodeError(
        'ERR_CHILD_PROCESS_IPC_REQUIRED',
        "Forked processes must have an IPC channel, missing value 'ipc' in options.stdio",
      );
    }
    const node = given.execPath ?? execPath;
    validateString(node, 'file');
    checkNullBytes(node, 'file');
    return launch({ file: node, args: [...execArgv, file, ...args] }, given, stdio);
  }

  function spawn(file: string, ...rest: unknown[]): ChildProcess {
    const { args, given } = spawnArguments<ChildOptions>(file, rest[0], rest[1]);
    return launch(commandOf(file, args, given), given, normalizeStdio(given.stdio ?? 'pipe'));
  }

  function commandOf(file: string, args: readonly string[], given: ChildOptions): Command {
    if (!given.shell) return { file, args };
    const shell = typeof given.shell === 'string' ? given.shell : '/bin/sh';
    const line = [file, ...args].join(' ');
    const shown = { spawnfile: shell, spawnargs: [shell, '-c', line] };
    const words = splitCommand(line, given.env ? toEnvironment(given.env) : env());
    const [name = 'true', ...own] = words;
    if (isNode(name)) return { file: execPath, args: own, shown };
    return { file: execPath, args: ['-e', shellBuiltin(name, own)], shown };
  }

  function isNode(file: string): boolean {
    if (file === 'node' || file === execPath) return true;
    return file.includes('/') && textOf(resolvePath(cwd(), file)) === EXEC_TEXT;
  }

  function textOf(path: string): string | undefined {
    try {
      return (thread.system.call({ op: 'read-source', path }) as { text: string }).text;
    } catch (error) {
      if (error instanceof SystemError) return undefined;
      throw error;
    }
  }

  function launch(command: Command, given: ChildOptions, stdio: Stdio): ChildProcess {
    const spawned = start(command, given, stdio);
    const child = new ChildProcess();
    adopt(child, spawned);
    applyLimits(child, given);
    return child;
  }

  function start(command: Command, given: ChildOptions, stdio: Stdio): Spawned {
    const { serialization = 'json' } = given;
    const { file, args, shown } = command;
    const seen = shown ?? { spawnfile: file, spawnargs: [given.argv0 ?? file, ...args] };
    const base = { serialization, stdio, ...seen };
    const prepared = prepare(command, given);
    if (!prepared) return { ...base, ...refused('ENOENT') };
    const count = started.add();
    if (count > PROCESS_LIMIT + REFUSALS) throw spawnError('EAGAIN', file, seen.spawnargs);
    if (count > PROCESS_LIMIT) return { ...base, ...refused('EAGAIN') };
    const { port1, port2 } = nativePort.channel();
    const [input, one, two] = stdio.streams;
    thread.system.post(
      { type: 'spawn-process', ...prepared, input, output: { 1: one, 2: two } },
      stdio.hasIpc ? [port2] : [],
    );
    const port = stdio.hasIpc ? port1 : undefined;
    return { ...base, pid: prepared.pid, port, refusal: 'EAGAIN' };
  }

  function prepare({ file, args }: Command, given: ChildOptions): Prepared | undefined {
    const { serialization = 'json' } = given;
    const directory = given.cwd instanceof URL ? fileURLToPath(given.cwd) : given.cwd;
    const path = directory ? resolvePath(cwd(), directory) : cwd();
    if (!isNode(file) || !isDirectory(path)) return undefined;
    const { argv, ...own } = parseNodeArgs(args);
    const program = own.source === undefined ? argv[0] : undefined;
    return {
      pid: drawNumber(thread.start.runMemory),
      image: {
        runtime: 'node',
        argv: [file.includes('/') ? resolvePath(cwd(), file) : execPath, ...argv],
        env: given.env ? toEnvironment(given.env) : env(),
        cwd: path,
      },
      payload: { kind: 'fork', serialization, argv0: given.argv0 ?? file, ...own },
      reads: program === undefined ? [] : firstReadsOf(resolvePath(path, program)),
    };
  }

  function isDirectory(path: string): boolean {
    try {
      thread.system.call({ op: 'readdir', path });
      return true;
    } catch {
      // Whatever is wrong with it, no process can start there.
      return false;
    }
  }

  function applyLimits(child: ChildProcess, given: ChildOptions): void {
    const { signal, timeout, killSignal = 'SIGTERM' } = given;
    if (timeout !== undefined && timeout > 0) {
      const timer = timers.setTimeout(() => child.kill(killSignal), timeout);
      child.once('exit', () => timers.clearTimeout(timer));
    }
    if (!signal) return;
    const onAbort = (): void => {
      const error = new AbortError(undefined, { cause: signal.reason });
      if (child.kill(killSignal)) child.emit('error', error);
    };
    if (signal.aborted) thread.loop.tick(onAbort);
    else {
      signal.addEventListener('abort', onAbort, { once: true });
      child.once('exit', () => signal.removeEventListener('abort', onAbort));
    }
  }

  type Options = ChildOptions & ExecOptions;

  function run(
    file: string,
    args: readonly string[],
    given: Options,
    callback: unknown,
    shown: string,
  ): ChildProcess {
    const { maxBuffer } = given;
    if (
      maxBuffer !== undefined &&
      maxBuffer !== null &&
      (typeof maxBuffer !== 'number' || !(maxBuffer >= 0))
    ) {
      throw outOfRange('options.maxBuffer', 'a positive number', maxBuffer);
    }
    const { timeout, ...others } = given;
    const child = spawn(file, args, { ...others, stdio: 'pipe' });
    part('library').collect(child, shown, given, callback as ExecCallback, timers);
    return child;
  }

  function execFile(file: string, ...rest: unknown[]): ChildProcess {
    const { args, given, callback } = execFileArguments<Options>(rest);
    spawnArguments(file, args, given);
    const words = [file, ...(args as string[])].join(' ');
    return run(file, args as string[], given, callback, words);
  }

  function exec(command: string, ...rest: unknown[]): ChildProcess {
    validateString(command, 'command');
    checkNullBytes(command, 'command');
    const { given, callback } = execArguments<Options>(rest);
    const shell = typeof given.shell === 'string' ? given.shell : true;
    return run(command, [], { ...given, shell }, callback, command);
  }

  type Sync = ReturnType<typeof createSyncForms>;
  let forms: Sync | undefined;
  const sync = (): Sync => {
    forms ??= part('library').createSyncForms({
      thread,
      prepare: (file, args, given) => prepare(commandOf(file, args, given), given),
      stderr: () => process.stderr,
      files,
    });
    return forms;
  };

  return {
    ChildProcess,
    exec: promisable('exec', exec),
    execFile: promisable('execFile', execFile),
    fork,
    spawn,
    execFileSync: (...args: Parameters<Sync['execFileSync']>) => sync().execFileSync(...args),
    execSync: (...args: Parameters<Sync['execSync']>) => sync().execSync(...args),
    spawnSync: (...args: Parameters<Sync['spawnSync']>) => sync().spawnSync(...args),
  };
}

/** `promisify` gives both outputs, and the child on the promise. */
function promisable<F extends (first: string, ...rest: unknown[]) => object>(
  name: string,
  start: F,
): F {
  const promised = (first: string, ...rest: unknown[]): Promise<unknown> => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const child = start(first, ...rest, (error: Error | null, stdout: unknown, stderr: unknown) => {
      if (error) reject(Object.assign(error, { stdout, stderr }));
      else resolve({ stdout, stderr });
    });
    return Object.assign(promise, { child });
  };
  Object.defineProperty(promised, 'name', { value: name });
  Object.defineProperty(start, customPromisify, { value: promised });
  return start;
}

/** What a shell does itself, as a program; any other command is not found, as sh(1) says it. */
function shellBuiltin(name: string, args: readonly string[]): string {
  if (name === 'exit') return `process.exit(${Number(args[0] ?? 0) || 0})`;
  if (name === 'true') return '';
  if (name === 'false') return 'process.exit(1)';
  if (name === 'echo') return `process.stdout.write(${JSON.stringify(`${args.join(' ')}\n`)})`;
  const words = JSON.stringify(`/bin/sh: 1: ${name}: not found\n`);
  return `process.stderr.write(${words}); process.exit(127)`;
}
