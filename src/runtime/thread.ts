/**
 * The composition root of one thread: makes the loop, the modules and the loader from what the
 * kernel says, runs the program, and ends as Node ends.
 */
import type { SourceFile, ThreadStart } from '../kernel/protocol.ts';
import type { TracePlace } from '../kernel/trace.ts';
import { type Builtins, createBuiltins } from '../node/builtins.ts';
import { AsyncContext } from '../node/internal/async-context.ts';
import { packError } from '../node/internal/error-transfer.ts';
import { nodeError } from '../node/internal/errors.ts';
import { EventLoop } from '../node/internal/event-loop.ts';
import { NodePorts } from '../node/internal/message-port.ts';
import { NodeOptions } from '../node/internal/node-args.ts';
import { type Parts, providePartsBy } from '../node/internal/parts.ts';
import { installPorts } from '../node/internal/port-prototype.ts';
import { Wire } from '../node/internal/port-wire.ts';
import { System } from '../node/internal/system.ts';
import { isMain, type Thread, type ThreadPayload } from '../node/internal/thread.ts';
import { installTracer } from '../node/internal/tracer.ts';
import { EXEC_PATH } from '../node/internal/version.ts';
import { OutputState } from '../node/internal/worker-sink.ts';
import { wait } from '../shared/intrinsics.ts';
import { resolvePath } from '../shared/paths.ts';
import type { BrowserEvents } from './browser-events.ts';
import { core } from './core.ts';
import { defineLazily, installGlobals } from './globals.ts';
import { Loader } from './loader/loader.ts';
import { evaluate } from './loader/source.ts';
import { createLoopHost } from './loop-host.ts';
import { PART_PATHS } from './protocol.ts';
import { formatFault, formatUncaught, formatUnsettledAwait } from './report.ts';
import { currentPlace, installStackTraces } from './stack.ts';

/** Exit code of a program whose top-level `await` never settled. */
const UNSETTLED_AWAIT = 13;
/** Exit code of a program whose `uncaughtException` listener threw. */
const HANDLER_FAILED = 7;
/** Exit code of a program that has taken away what handles its errors. */
const NO_HANDLER = 6;
/** Exit code of a process that was started with an option that `node` does not have. */
const BAD_OPTION = 9;

/** Made early: a program may take away what makes it. */
const parked = new Int32Array(new SharedArrayBuffer(4));

type Origin = 'uncaughtException' | 'unhandledRejection';

export interface ThreadOptions {
  port: MessagePort;
  start: ThreadStart;
  /** Transferred with the start message; the first leads to the parent. */
  ports: readonly MessagePort[];
  events: BrowserEvents;
}

/** Starts the thread's program. The thread's further life is driven by its event loop. */
export function startThread(options: ThreadOptions): System {
  const runner = new ThreadRunner(options);
  runner.start();
  return runner.thread.system;
}

class ThreadRunner {
  readonly thread: Thread;
  readonly #ports: NodePorts;
  readonly #loader: Loader;
  readonly #builtins: Builtins;
  /** The program's file has not been evaluated to its end. */
  #isPending = true;
  #isExiting = false;
  readonly #options: NodeOptions;
  #idleActivity = -1;

  constructor({ port, start, ports, events }: ThreadOptions) {
    const { host, origin, now } = createLoopHost(() => loop.turn());
    const loop = new EventLoop(host);
    const context = new AsyncContext();
    const payload = (start.payload ?? { kind: 'root' }) as ThreadPayload;
    const system = new System(port, start);
    this.#ports = new NodePorts(loop, system, start.tid);
    installPorts(this.#ports);
    const isInputPiped = payload.kind === 'worker' && payload.stdio.stdin;
    if (payload.kind === 'worker') {
      this.#ports.adopt(ports.slice(isInputPiped ? 2 : 1), payload.luggage);
      if (ports[0]) this.#ports.lead(ports[0], payload.creator);
    }
    this.thread = {
      start,
      payload,
      parentPort: ports[0],
      inputPort: isInputPiped ? ports[1] : undefined,
      loop,
      context,
      system,
      origin,
      now,
      exit: (code) => this.#exit(code),
      leave: (code) => this.#leave(code),
      end: () => this.#end(),
    };
    providePartsBy((name) => loadPart(system, name));
    this.#builtins = createBuiltins(this.thread, this.#ports);
    const execArgv = payload.kind === 'root' ? [] : payload.execArgv;
    const environment = String(this.#builtins.process.env.NODE_OPTIONS ?? '');
    this.#options = new NodeOptions(execArgv, environment);
    this.#loader = new Loader({ system, context, builtins: this.#builtins.modules });
    loop.onError = (error) => this.#fail(error, 'uncaughtException');
    loop.onFault = (error) => this.#giveUp(error);
    loop.onIdle = () => this.#onIdle();
    // What a listener of an EventTarget threw is reported when its caller is done, as in Node.
    events.onError = (error) => {
      try {
        loop.tick(() => this.#fail(error, 'uncaughtException'));
      } catch (second) {
        this.#giveUp(second);
      }
    };
    events.onRejection = (reason, promise) =>
      loop.dispatch(() => this.#onRejection(reason, promise));
    events.onRejectionHandled = (promise) =>
      loop.dispatch(() => void this.#builtins.process.emit('rejectionHandled', promise));
  }

  start(): void {
    const { loop, context, parentPort, payload } = this.thread;
    // The kernel is about to end it: as in Node, such a program never begins.
    if (payload.kind === 'worker' && new OutputState(payload.stdio.state).isTerminated) return;
    context.install();
    installGlobals({
      builtins: this.#builtins,
      context,
      marks: this.#ports.marks,
      onError: (error) => this.#fail(error, 'uncaughtException'),
    });
    installStackTraces(this.#loader.sources);
    if (this.thread.start.trace) this.#trace();
    if (payload.kind === 'worker' && parentPort) this.#ports.sendControl(parentPort, Wire.online);
    loop.dispatch(() => this.#runProgram());
  }

  #trace(): void {
    const place = (): TracePlace | undefined => {
      const found = currentPlace(this.#loader.sources);
      return found && { file: found.path, line: found.line, column: found.column + 1 };
    };
    installTracer({ thread: this.thread, ports: this.#ports, place });
  }

  #runProgram(): void {
    let done: Promise<void> | undefined;
    try {
      done = this.#runEntry();
    } finally {
      // What has thrown is at its end too: a listener may take the error.
      this.#isPending = done !== undefined;
    }
    if (!done) return;
    done.then(
      () => {
        this.#isPending = false;
      },
      (error: unknown) => {
        this.#isPending = false;
        this.#fail(error, 'unhandledRejection', false);
      },
    );
  }

  #runEntry(): Promise<void> | undefined {
    const { payload } = this.thread;
    if (payload.kind === 'fork' && payload.badOption !== undefined) this.#refuse(payload.badOption);
    const preloaded = this.#preload();
    return preloaded ? preloaded.then(() => this.#runMain()) : this.#runMain();
  }

  /** `--require` and `--import`. */
  #preload(): Promise<void> | undefined {
    const cwd = this.#builtins.process.cwd();
    const required = this.#options.all('-r', '--require');
    const imports = this.#options.all('--import');
    if (required.length > 0 || imports.length > 0) this.thread.system.forgetAnswers();
    for (const file of required) this.#loader.requireFrom(file, cwd);
    if (imports.length === 0) return undefined;
    return imports.reduce(
      (before, file) =>
        before.then(() => this.#loader.import(file, `${cwd}/[preload]`)).then(() => undefined),
      Promise.resolve(),
    );
  }

  #refuse(option: string): never {
    this.thread.system.write(2, `${EXEC_PATH}: ${option}\n`);
    // Node does not get as far as a program that could listen.
    this.#isExiting = true;
    return this.#exit(BAD_OPTION);
  }

  #runMain(): Promise<void> | undefined {
    const { payload, start } = this.thread;
    if (payload.kind === 'worker') {
      if (!payload.isEval) return this.#loader.runMain(payload.entry);
      const { cwd } = start.image;
      return this.#loader.runText(payload.entry, '[worker eval]', cwd, this.#inputFormat());
    }
    if (payload.kind === 'fork' && payload.source !== undefined) {
      return this.#runSource(payload.source, '[eval]');
    }
    const [, file] = start.image.argv;
    if (file === undefined || file === '-') {
      if (start.isTerminal[0]) {
        const message = 'node without a file (REPL) is not available';
        throw nodeError('ERR_METHOD_NOT_IMPLEMENTED', message);
      }
      return this.#runSource(this.#readInput(), '[stdin]');
    }
    if (this.#options.last('--input-type') !== undefined) {
      const message =
        '--input-type can only be used with string input via --eval, --print, or STDIN';
      throw nodeError('ERR_INPUT_TYPE_NOT_ALLOWED', message);
    }
    const path = resolvePath(start.image.cwd, file);
    const { process } = this.#builtins;
    process.argv[1] = path;
    return this.#loader.runMain(path);
  }

  #runSource(source: string, name: string): Promise<void> | undefined {
    this.#defineModuleGlobals();
    return this.#loader.runText(source, name, this.thread.start.image.cwd, this.#inputFormat());
  }

  /** What `--input-type` says of text that is in no file; otherwise its syntax tells. */
  #inputFormat(): 'module' | 'commonjs' | undefined {
    const type = this.#options.last('--input-type')?.replace(/-typescript$/, '');
    return type === 'module' || type === 'commonjs' ? type : undefined;
  }

  /** All of standard input. */
  #readInput(): string {
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const bytes = this.thread.system.call({ op: 'read-stdin' }) as Uint8Array;
      if (bytes.length === 0) return text + decoder.decode();
      text += decoder.decode(bytes, { stream: true });
    }
  }

  /** `node --eval` finds the built-in modules by their names. */
  #defineModuleGlobals(): void {
    const { modules } = this.#builtins;
    for (const name of modules.names()) {
      if (!/^\w+$/.test(name) || Object.hasOwn(globalThis, name)) continue;
      defineLazily(name, () => modules.get(name));
    }
  }

  #onIdle(): void {
    const { loop } = this.thread;
    const { process } = this.#builtins;
    const hasTold = this.#idleActivity === loop.activity;
    if (!hasTold) {
      this.#idleActivity = loop.activity;
      process.emit('beforeExit', process.exitCode ?? 0);
      return;
    }
    if (this.#isPending && process.exitCode === undefined) {
      process._print(2, formatUnsettledAwait(process.argv[1] ?? ''));
      this.#exit(UNSETTLED_AWAIT);
    }
    this.#exit();
  }

  #onRejection(reason: unknown, promise: Promise<unknown>): void {
    const { process } = this.#builtins;
    const mode = this.#options.last('--unhandled-rejections') ?? 'throw';
    if (mode === 'strict') {
      this.#fail(reason, 'unhandledRejection', false);
      process.emit('unhandledRejection', reason, promise);
      return;
    }
    const isHandled = process.emit('unhandledRejection', reason, promise);
    if (mode === 'none' || (isHandled && mode !== 'warn')) return;
    if (mode.startsWith('warn')) {
      warnOfRejection(process, reason);
      if (mode === 'warn-with-error-codes') process.exitCode = 1;
      return;
    }
    const error = reason instanceof Error ? reason : wrapRejection(reason);
    this.#fail(error, 'unhandledRejection', false);
  }

  #fail(error: unknown, origin: Origin, wasThrown = true): void {
    if (this.#isExiting) return;
    const { process } = this.#builtins;
    if (typeof process._fatalException !== 'function') {
      if (isMain(this.thread)) this.#report(error, wasThrown);
      this.#isExiting = true;
      this.#exit(NO_HANDLER);
    }
    try {
      if (this.#inFailedContext(() => tellListeners(process, error, origin))) return;
    } catch (second) {
      this.#report(second, true);
      // Node ends here at once, without `exit` listeners.
      this.#isExiting = true;
      this.#exit(isMain(this.thread) ? HANDLER_FAILED : 1);
    }
    this.#report(error, wasThrown);
    this.#exit(1);
  }

  /** Listeners run in the asynchronous context of the callback that failed. */
  #inFailedContext(action: () => boolean): boolean {
    const { context } = this.thread;
    const frame = context.failed ?? context.frame;
    context.failed = undefined;
    return context.run(frame, action);
  }

  /** A worker's error goes to its parent; a process's to standard error. */
  #report(error: unknown, wasThrown: boolean): void {
    const { payload, parentPort } = this.thread;
    if (payload.kind === 'worker' && parentPort) {
      this.#ports.sendControl(parentPort, Wire.error, packError(error));
    } else {
      this.thread.system.write(2, formatUncaught(error, this.#loader.sources, wasThrown));
    }
  }

  /**
   * The last resort: the runtime itself has failed, as it does when a program patches what not even
   * Node can do without. It still ends, and says why.
   */
  #giveUp(error: unknown): never {
    const { system } = this.thread;
    system.write(2, formatFault(error));
    system.post({ type: 'exit', code: 1, signal: null });
    return park();
  }

  /** A process ends with one byte, a worker with the number as it is. */
  #exitCode(): number {
    const code = this.#builtins.process.exitCode ?? 0;
    return isMain(this.thread) ? code & 0xff : code;
  }

  #exit(code?: number): never {
    this.#leave(code);
    return this.#end();
  }

  #leave(code?: number): void {
    const { process } = this.#builtins;
    if (code !== undefined) process.exitCode = code;
    if (this.#isExiting) return;
    this.#isExiting = true;
    process._exiting = true;
    try {
      process.emit('exit', process.exitCode ?? 0);
    } catch (error) {
      this.#report(error, true);
      if (isMain(this.thread)) process.exitCode = 1;
    }
  }

  #end(): never {
    if (this.thread.parentPort) this.#ports.drop(this.thread.parentPort);
    // The threads of a process end with its first, and never see its ports close.
    if (!isMain(this.thread)) this.#ports.closeAll();
    this.thread.loop.stop();
    this.thread.system.post({ type: 'exit', code: this.#exitCode(), signal: null });
    return park();
  }
}

/** A part of the runtime, from the host: see `node/internal/parts.ts`. */
function loadPart<Name extends keyof Parts>(system: System, name: Name): Parts[Name] {
  const path = PART_PATHS[name];
  const { text } = system.call({ op: 'read-source', path }) as SourceFile;
  return evaluate<(modules: typeof core) => Parts[Name]>(text, path)(core);
}

/** @returns whether somebody took the error */
function tellListeners(process: Builtins['process'], error: unknown, origin: Origin): boolean {
  process.emit('uncaughtExceptionMonitor', error, origin);
  return process._capture(error) || process.emit('uncaughtException', error, origin);
}

function warnOfRejection(process: Builtins['process'], reason: unknown): void {
  const name = 'UnhandledPromiseRejectionWarning';
  process.emitWarning(reason instanceof Error ? String(reason.stack) : String(reason), name);
  process.emitWarning(
    'Unhandled promise rejection. This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch().',
    name,
  );
}

/** `close()` would let the code that follows run on; only a wait that nobody ends stops a thread. */
function park(): never {
  for (;;) wait(parked, 0, 0);
}

function wrapRejection(reason: unknown): Error {
  let shown: string;
  try {
    shown =
      typeof reason === 'object' && reason !== null
        ? `#<${reason.constructor?.name ?? 'Object'}>`
        : String(reason);
  } catch {
    // The reason cannot be turned into text.
    shown = 'a value that cannot be shown';
  }
  const error = nodeError(
    'ERR_UNHANDLED_REJECTION',
    `This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "${shown}".`,
  );
  Reflect.deleteProperty(error, 'toString');
  return Object.defineProperty(error, 'name', { value: 'UnhandledPromiseRejection' });
}
