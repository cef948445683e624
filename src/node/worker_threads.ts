/** `node:worker_threads`. Follows `lib/internal/worker.js` in validation, defaults and event order. */
import { drawNumber } from '../kernel/counters.ts';
import type { FirstRead } from '../kernel/first-reads.ts';
import { THREAD_LIMIT, tooManyThreads } from '../kernel/limits.ts';
import type { ToThread } from '../kernel/protocol.ts';
import { resolvePath } from '../shared/paths.ts';
import { EventEmitter } from './events.ts';
import { createBroadcastChannel } from './internal/broadcast-channel.ts';
import type { Environment } from './internal/environment.ts';
import { type ErrorParcel, unpackError } from './internal/error-transfer.ts';
import { invalidArgType, invalidArgValue, nodeError, notImplemented } from './internal/errors.ts';
import { ExitNotice } from './internal/exit-notice.ts';
import { firstReadsOf } from './internal/first-reads.ts';
import type { NodePorts } from './internal/message-port.ts';
import { nativePort } from './internal/native-port.ts';
import { isKnownOption, withoutSource } from './internal/node-args.ts';
import { part } from './internal/parts.ts';
import { Wire, type WireKind } from './internal/port-wire.ts';
import { isMain, type ResourceLimits, type Thread, type ThreadPayload } from './internal/thread.ts';
import { createThreadMessages } from './internal/thread-messages.ts';
import { TurnCount } from './internal/turn-count.ts';
import { validateString } from './internal/validators.ts';
import { type OutputPiece, OutputState } from './internal/worker-sink.ts';
import type { ToWorker, WorkerOutput } from './internal/worker-streams.ts';
import type { Process } from './process.ts';

export const SHARE_ENV = Symbol.for('nodejs.worker_threads.SHARE_ENV');

export interface WorkerOptions {
  argv?: unknown[];
  env?: Record<string, unknown> | typeof SHARE_ENV;
  eval?: boolean;
  execArgv?: string[];
  name?: string;
  resourceLimits?: Partial<ResourceLimits>;
  stdin?: boolean;
  stdout?: boolean;
  stderr?: boolean;
  transferList?: Transferable[];
  workerData?: unknown;
}

export interface WorkerThreadsOptions {
  thread: Thread;
  ports: NodePorts;
  process: EventEmitter & Pick<Process, 'execArgv' | 'emitWarning' | '_pass'>;
  environment: Environment;
  env: () => Record<string, string>;
  cwd: () => string;
  fileURLToPath: (url: URL) => string;
  /** Tells the channel of `diagnostics_channel`. */
  published: (worker: object) => void;
}

type WorkerPayload = Extract<ThreadPayload, { kind: 'worker' }>;

export function createWorkerThreads({
  thread,
  ports,
  process,
  environment,
  env,
  cwd,
  fileURLToPath,
  published,
}: WorkerThreadsOptions) {
  const own = thread.payload.kind === 'worker' ? thread.payload : undefined;
  const environmentData = own?.environmentData ?? new Map<unknown, unknown>();

  const started = new TurnCount(thread.loop);
  const broadcast = createBroadcastChannel(thread);

  class Worker extends EventEmitter {
    readonly #name: string;
    readonly #limits: ResourceLimits;
    #threadId: number;
    readonly #port: MessagePort;
    readonly #notice = new ExitNotice<number>((code) => this.#afterClosings(code));
    readonly stdin: ToWorker | null;
    readonly #outputs: { 1?: WorkerOutput; 2?: WorkerOutput } = {};
    readonly #given: { 1: boolean; 2: boolean };
    readonly #outputState: OutputState;
    #isReferenced = true;
    #hasEnded = false;
    #isTerminated = false;
    /** Its program had begun, as far as was known when it was terminated. */
    #isOnline = false;
    /** The turn of the loop in which it was made. */
    readonly #madeIn = thread.loop.activity;
    /** Terminated in that turn: Node takes longer to start a thread. */
    #neverBegan = false;
    #stopListening: () => void;

    constructor(filename: string | URL, options: WorkerOptions = {}) {
      super();
      const payload = workerPayload(filename, options);
      if (started.add() > THREAD_LIMIT) throw initFailed(tooManyThreads);
      const { port1, port2 } = nativePort.channel();
      this.#name = payload.name;
      this.#limits = payload.resourceLimits;
      this.#given = { 1: payload.stdio.stdout, 2: payload.stdio.stderr };
      this.#outputState = new OutputState(payload.stdio.state);
      this.#threadId = drawNumber(thread.start.processMemory);
      this.#port = port1;
      const input = payload.stdio.stdin ? nativePort.channel() : undefined;
      this.stdin = input ? new (part('library').ToWorker)(input.port1) : null;
      const own = input ? [port2, input.port2] : [port2];
      const { transferList: given } = options;
      const transfer = Array.isArray(given) ? [...own, ...given] : own;
      ports.marks.check(payload.workerData, transfer);
      ports.transfer(transfer, this.#threadId, (luggage, all) => {
        payload.luggage = luggage.slice(own.length);
        thread.system.post(
          { type: 'spawn-thread', tid: this.#threadId, payload, reads: readsOf(payload) },
          all,
        );
      });
      thread.loop.ref();
      published(this);
      thread.loop.tick(() => process.emit('worker', this));
      ports.take(port1, (kind, value) => this.#receive(kind, value));
      ports.lead(port1, this.#threadId);
      const offs = [
        thread.system.on('thread-ended', (message) => this.#onEnded(message)),
        thread.system.on('spawn-failed', (message) => this.#onSpawnFailed(message)),
      ];
      // Kept while it runs: `engine/embedded/spawner.ts` says why.
      const handedOn = [...transfer];
      this.#stopListening = () => {
        handedOn.length = 0;
        for (const off of offs) off();
      };
    }

    get threadId(): number {
      return this.#threadId;
    }

    get stdout(): WorkerOutput {
      return this.#output(1);
    }

    get stderr(): WorkerOutput {
      return this.#output(2);
    }

    #output(descriptor: 1 | 2): WorkerOutput {
      const known = this.#outputs[descriptor];
      if (known) return known;
      const made = new (part('library').WorkerOutput)((length) => {
        this.#outputState.taken(descriptor, length);
        if (!this.#hasEnded) ports.sendControl(this.#port, Wire.taken);
      });
      this.#outputs[descriptor] = made;
      if (!this.#given[descriptor]) {
        // From now on the worker's output comes this way, and is passed on from here, read or not.
        this.#outputState.want(descriptor);
        made.resume();
      }
      if (this.#hasEnded) made.push(null);
      return made;
    }

    get threadName(): string | null {
      return this.#hasEnded ? null : this.#name;
    }

    /** What the program asked for: a browser offers no means to enforce it. */
    get resourceLimits(): ResourceLimits | object {
      return this.#hasEnded ? {} : this.#limits;
    }

    postMessage(...args: unknown[]): void {
      if (this.#hasEnded) return;
      ports.post(this.#port, args);
    }

    /** Stops the worker, whatever it is doing. Resolves with its exit code when it has ended. */
    terminate(
      callback?: (error: null, code: number | undefined) => void,
    ): Promise<number | undefined> {
      if (typeof callback === 'function') {
        process.emitWarning(
          'Passing a callback to worker.terminate() is deprecated. It returns a Promise instead.',
          'DeprecationWarning',
          'DEP0132',
        );
        if (this.#hasEnded) return Promise.resolve(undefined);
        this.once('exit', (code: number) => callback(null, code));
      }
      if (this.#hasEnded) return Promise.resolve(undefined);
      if (!this.#isTerminated) {
        this.#isTerminated = true;
        this.#neverBegan = thread.loop.activity === this.#madeIn;
        this.#outputState.terminate();
        this.ref();
        thread.system.post({ type: 'terminate-thread', tid: this.#threadId });
      }
      return new Promise((resolve) => this.once('exit', resolve));
    }

    async [Symbol.asyncDispose](): Promise<void> {
      await this.terminate();
    }

    ref(): void {
      if (this.#hasEnded || this.#isReferenced) return;
      this.#isReferenced = true;
      thread.loop.ref();
    }

    unref(): void {
      if (this.#hasEnded || !this.#isReferenced) return;
      this.#isReferenced = false;
      thread.loop.unref();
    }

    #receive(kind: WireKind, value: unknown): void {
      switch (kind) {
        case Wire.message:
          this.emit('message', value);
          return;
        case Wire.online:
          this.#isOnline = !this.#isTerminated;
          if (!this.#neverBegan) this.emit('online');
          return;
        case Wire.error:
          this.emit('error', unpackError(value as ErrorParcel));
          return;
        case Wire.output: {
          this.#receiveOutput(value as OutputPiece);
          return;
        }
        case Wire.close:
          this.#notice.portClosed();
          return;
        default:
          throw new TypeError(`A worker sent an unknown kind of message: ${String(kind)}`);
      }
    }

    #receiveOutput([descriptor, bytes, isCopy]: OutputPiece): void {
      if (isCopy && !this.#outputs[descriptor]) return this.#outputState.ignore(descriptor);
      if (!isCopy && !this.#given[descriptor]) process._pass(descriptor, bytes);
      this.#output(descriptor).receive(bytes, isCopy === true);
    }

    #onEnded(message: Extract<ToThread, { type: 'thread-ended' }>): void {
      const { tid, code } = message;
      if (tid !== this.#threadId) return;
      const isUnborn = this.#isTerminated && !this.#isOnline;
      ports.whenSettled(tid, () => this.#notice.ended(isUnborn ? 0 : code, this.#isTerminated));
    }

    /** The ports that the thread held close first. */
    #afterClosings(code: number): void {
      const fire = (): void => this.#onExit(code);
      const run = (): void =>
        thread.loop.addImmediate({ isReferenced: true, isActive: true, fire });
      thread.loop.addClosing(run, { isReferenced: false, isLast: true });
    }

    #onSpawnFailed(message: Extract<ToThread, { type: 'spawn-failed' }>): void {
      if (message.kind !== 'thread' || message.id !== this.#threadId) return;
      this.emit('error', initFailed(message.reason));
      this.#notice.ended(1, true);
    }

    #endOutput(): void {
      for (const stream of Object.values(this.#outputs)) {
        if (!stream.destroyed) stream.push(null);
      }
    }

    #onExit(code: number): void {
      this.unref();
      this.#hasEnded = true;
      this.#threadId = -1;
      this.#stopListening();
      ports.drop(this.#port);
      this.#endOutput();
      this.emit('exit', code);
    }
  }

  for (const name of unmeasured) defineHidden(Worker.prototype, name, declinedOf(name));
  const eventLoopUtilization = declinedOf('performance.eventLoopUtilization');
  defineHidden(Worker.prototype, 'performance', { eventLoopUtilization });

  function readsOf({ entry, isEval }: WorkerPayload): FirstRead[] {
    return isEval || !entry.startsWith('/') ? [] : firstReadsOf(entry);
  }

  function workerPayload(filename: string | URL, options: WorkerOptions): WorkerPayload {
    if (options.execArgv && !Array.isArray(options.execArgv)) {
      throw invalidArgType('options.execArgv', 'Array', options.execArgv);
    }
    if (options.argv && !Array.isArray(options.argv)) {
      throw invalidArgType('options.argv', 'Array', options.argv);
    }
    const ownOptions = withoutEnd(options.execArgv ?? []);
    const badOptions = ownOptions.filter(
      (arg, at, all) => String(arg).startsWith('-') && !isWorkerOption(String(arg), all[at - 1]),
    );
    if (badOptions.length > 0) throw invalidExecArgv('execArgv flags', badOptions);
    const inEnvironment = typeof options.env === 'object' ? options.env?.NODE_OPTIONS : undefined;
    // What the parent was started with has been checked already.
    const isInherited = inEnvironment === env().NODE_OPTIONS;
    const badInEnvironment = String((!isInherited && inEnvironment) || '')
      .split(/\s+/)
      .filter((arg) => arg.startsWith('-') && !isWorkerOption(arg));
    if (badInEnvironment.length > 0) {
      throw invalidExecArgv(
        'NODE_OPTIONS env variable',
        badInEnvironment.map((arg) => `${arg.replace(/=.*/, '=')} is not allowed in NODE_OPTIONS`),
      );
    }
    if (options.name) validateString(options.name, 'options.name');
    return {
      kind: 'worker',
      creator: thread.start.tid,
      luggage: [],
      entry: entryOf(filename, options.eval),
      isEval: Boolean(options.eval),
      argv: (options.argv ?? []).map(String),
      execArgv: (options.execArgv && ownOptions.map(String)) ?? withoutSource(process.execArgv),
      stdio: {
        stdin: options.stdin === true,
        stdout: options.stdout === true,
        stderr: options.stderr === true,
        state: new OutputState().memory,
      },
      env: environmentOf(options.env),
      workerData: options.workerData,
      environmentData,
      name: options.name ? options.name.trim() : 'WorkerThread',
      resourceLimits: limitsOf(options.resourceLimits),
    };
  }

  function entryOf(filename: string | URL, isEval: unknown): string {
    if (isEval) {
      if (typeof filename === 'string') return filename;
      const reason = "must be false when 'filename' is not a string";
      throw invalidArgValue('options.eval', isEval, reason);
    }
    if (filename instanceof URL) {
      return filename.protocol === 'data:' ? filename.href : fileURLToPath(filename);
    }
    if (typeof filename !== 'string') {
      throw invalidArgType('filename', ['string', 'URL'], filename);
    }
    if (filename.startsWith('/')) return filename;
    if (/^\.\.?[/\\]/.test(filename)) return resolvePath(cwd(), filename);
    const asUrl = filename.startsWith('file://')
      ? ' Wrap file:// URLs with `new URL`.'
      : filename.startsWith('data:text/javascript')
        ? ' Wrap data: URLs with `new URL`.'
        : '';
    throw nodeError(
      'ERR_WORKER_PATH',
      `The worker script or module filename must be an absolute path or a relative path starting with './' or '../'.${asUrl} Received "${filename}"`,
      TypeError,
    );
  }

  function environmentOf(given: WorkerOptions['env']): Record<string, string> | 'shared' {
    if (given === SHARE_ENV) {
      environment.share();
      return 'shared';
    }
    if (given === undefined || given === null) return env();
    if (typeof given !== 'object') {
      throw invalidArgType(
        'options.env',
        ['object', 'undefined', 'null', 'worker_threads.SHARE_ENV'],
        given,
      );
    }
    return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
  }

  return {
    Worker,
    isMainThread: isMain(thread),
    isInternalThread: false,
    threadId: thread.start.tid,
    threadName: own?.name ?? '',
    parentPort: own ? (thread.parentPort ?? null) : null,
    workerData: own ? own.workerData : null,
    resourceLimits: own ? own.resourceLimits : {},
    SHARE_ENV,
    BroadcastChannel: broadcast.BroadcastChannel,
    MessageChannel,
    MessagePort,
    isMarkedAsUntransferable: (value: unknown) => ports.marks.isMarkedAsUntransferable(value),
    moveMessagePortToContext: (...[port]: unknown[]): never => {
      if (port instanceof MessagePort && ports.state(port).isClosed) {
        const message = 'Cannot send data on closed MessagePort';
        throw nodeError('ERR_CLOSED_MESSAGE_PORT', message);
      }
      const why = 'there is one context, the thread’s own';
      throw notImplemented('worker_threads.moveMessagePortToContext', why);
    },
    markAsUncloneable: (value: unknown) => ports.marks.markAsUncloneable(value),
    markAsUntransferable: (value: unknown) => ports.marks.markAsUntransferable(value),
    postMessageToThread: createThreadMessages(thread, ports, process),
    receiveMessageOnPort: (port: unknown) => {
      const received = broadcast.received(port);
      return received === 'no channel' ? ports.receive(port) : received;
    },
    getEnvironmentData: (key: unknown): unknown => environmentData.get(key),
    setEnvironmentData: (key: unknown, value?: unknown): void => {
      if (value === undefined) environmentData.delete(key);
      else environmentData.set(key, value);
    },
  };
}

/** What Node measures of a single worker. */
const unmeasured = [
  'cpuUsage',
  'getHeapSnapshot',
  'getHeapStatistics',
  'startCpuProfile',
  'startHeapProfile',
];

function declinedOf(name: string): () => never {
  return () => {
    throw notImplemented(`Worker.${name}`, 'a browser does not measure one of its workers');
  };
}

function defineHidden(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

function initFailed(reason: string): Error {
  return nodeError('ERR_WORKER_INIT_FAILED', `Worker initialization failure: ${reason}`);
}

/** Some options concern a process as a whole. */
function isWorkerOption(arg: string, before = ''): boolean {
  const isOfProcess =
    /^--(?:title|redirect-warnings|max-|stack|abort|expose|interactive|eval|print)|^-[ep]/.test(
      arg,
    );
  return /^(?:-e|--eval)$/.test(before) || (isKnownOption(arg) && !isOfProcess);
}

function invalidExecArgv(where: string, options: readonly string[]): Error {
  return nodeError(
    'ERR_WORKER_INVALID_EXEC_ARGV',
    `Initiated Worker with invalid ${where}: ${options.join(', ')}`,
  );
}

/** What follows `--` is no option. */
function withoutEnd(args: readonly unknown[]): string[] {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).map(String);
}

/** As Node shows limits that nobody set: -1 stands for V8's own default. */
function limitsOf(given: Partial<ResourceLimits> = {}): ResourceLimits {
  const number = (value: number | undefined, fallback: number): number =>
    typeof value === 'number' ? value : fallback;
  return {
    maxYoungGenerationSizeMb: number(given.maxYoungGenerationSizeMb, -1),
    maxOldGenerationSizeMb: number(given.maxOldGenerationSizeMb, -1),
    codeRangeSizeMb: number(given.codeRangeSizeMb, -1),
    stackSizeMb: number(given.stackSizeMb, 4),
  };
}
