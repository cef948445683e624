/**
 * The kernel of one run: process table, signals, pipes, files and the terminal. It knows threads,
 * bytes and numbers, and nothing of the language that runs in them: a process image names its
 * runtime, and the runtime's own start-up data crosses unread.
 *
 * It never blocks: it runs beside the programs, in a worker of its own (`runtime/kernel-worker.ts`).
 */
import { createCounter, drawNumber, TRACE } from './counters.ts';
import { FileCalls } from './file-calls.ts';
import type { FirstRead } from './first-reads.ts';
import { Input } from './input.ts';
import { PROCESS_LIMIT, THREAD_LIMIT, tooManyThreads } from './limits.ts';
import { Pipes } from './pipes.ts';
import type { Port } from './port.ts';
import { ProcessRun, type RunProcess } from './process-run.ts';
import { type Process, ProcessTable, type Thread } from './process-table.ts';
import type {
  FromHost,
  FromSpawner,
  FromThread,
  RunRequest,
  SpawnProcess,
  SpawnThread,
  StandardStream,
  SystemCall,
  TerminalSize,
  ToHost,
  ToSpawner,
} from './protocol.ts';
import { createRingMemory, Ring } from './ring.ts';
import { ignoredByDefault, type Signal } from './signals.ts';
import { createSyncMemory, SyncResponder } from './sync-call.ts';
import { Terminal } from './terminal.ts';
import { ThreadPool } from './thread-pool.ts';

/** How long a program may go on after the second Ctrl-C, in milliseconds. */
const INTERRUPT_GRACE = 500;
/** Who takes over a process whose parent has ended. */
const INIT = 1;

export interface KernelOptions {
  host: Port<FromHost, ToHost>;
  spawner: Port<FromSpawner, ToSpawner>;
  /** Threads that stand ready. */
  spares: number;
  /** Epoch milliseconds. */
  now: () => number;
  /** The same, with fractions, as threads read it for a trace. */
  clock: () => number;
  /** Calls `action` after `milliseconds`. */
  later: (action: () => void, milliseconds: number) => void;
  /** Two ports, each of which receives what is posted to the other. */
  channel: () => readonly [Port<never, unknown>, Port<never, unknown>];
}

/** What is told of a process that a thread has started. */
interface ProcessEvents {
  deliver: (descriptor: 1 | 2, bytes: Uint8Array | null) => void;
  /** Bytes of output that may be on their way at once. */
  window?: number;
  onEnd?: Process['onEnd'];
  fail: (reason: string) => void;
}

export class Kernel {
  readonly #options: KernelOptions;
  readonly #files: FileCalls;
  readonly #pool: ThreadPool;
  readonly #processes = new ProcessTable();
  readonly #runMemory = createCounter(1001);
  readonly #terminal: Terminal;
  readonly #pipes = new Pipes();
  readonly #origin: number;
  #root: Process | undefined;
  #rootEnd: { code: number | null; signal: Signal | null } | undefined;
  #interrupts = 0;
  #isReady = false;
  #isTraced = false;

  constructor(options: KernelOptions) {
    this.#options = options;
    this.#origin = options.now();
    const { now, later, host } = options;
    this.#files = new FileCalls({
      now,
      later,
      need: (path) => host.postMessage({ type: 'need-file', path }),
      changed: (changes) => host.postMessage({ type: 'files', changes }),
    });
    this.#terminal = new Terminal({
      print: (descriptor, bytes) => host.postMessage({ type: 'output', descriptor, bytes }),
      interrupt: () => this.#interrupt(),
    });
    const onSpare = (): void => {
      if (!this.#isReady) host.postMessage({ type: 'ready' });
      this.#isReady = true;
    };
    // Later failures show when somebody needs the thread.
    const onFailed = (reason: string): void => {
      if (!this.#isReady) host.postMessage({ type: 'failed', reason });
    };
    this.#pool = new ThreadPool(options.spawner, options.spares, onSpare, onFailed);
    options.host.onmessage = ({ data }) => this.#onHost(data);
  }

  #onHost(message: FromHost): void {
    switch (message.type) {
      case 'run':
        return this.#run(message);
      case 'input':
        return this.#terminal.type(message.bytes);
      case 'end-input':
        return this.#terminal.input.end();
      case 'resize':
        return this.#onResize(message.size);
      case 'credit':
        this.#terminal.grant(message.bytes);
        return this.#reportEnd();
      case 'file':
        return this.#files.provide(message.path, message.bytes);
      default:
        throw new TypeError(`The host sent an unknown message: ${JSON.stringify(message)}`);
    }
  }

  #run(request: RunRequest): void {
    this.#files.load(request.files, request.onDemand);
    this.#terminal.size = request.terminal;
    this.#isTraced = request.trace;
    const { ring, input } = this.#terminal;
    this.#root = this.#processes.create({
      pid: 1000,
      ppid: INIT,
      image: request.image,
      input,
      output: { 1: ring, 2: ring },
      files: this.#files.openProcess(),
      parent: undefined,
    });
    this.#startThread(
      this.#root,
      0,
      undefined,
      { payload: null, reads: request.reads },
      [],
      (reason) => this.#options.host.postMessage({ type: 'failed', reason }),
    );
  }

  #startThread(
    process: Process,
    tid: number,
    creator: Thread | undefined,
    { payload, reads = [] }: { payload: unknown; reads?: readonly FirstRead[] | undefined },
    ports: readonly unknown[],
    fail: (reason: string) => void,
  ): void {
    process.starting.set(tid, creator);
    const mustWait = ports.length > 0 && !this.#pool.hasIdle;
    const parcel = mustWait ? this.#wrap(payload, ports) : { payload, ports, kept: ports };
    this.#pool.acquire((gid, port) => {
      if (!process.starting.delete(tid)) return this.#pool.end(gid, port);
      const syncMemory = createSyncMemory();
      const responder = new SyncResponder(syncMemory);
      const handedOn = parcel.kept;
      const unanswered: Thread['unanswered'] = new Map();
      const thread: Thread = { gid, tid, port, process, creator, responder, unanswered, handedOn };
      process.threads.set(tid, thread);
      port.onmessage = ({ data, ports: received }) => this.#onThread(thread, data, received);
      const { pid, ppid, image, input, output, memory } = process;
      port.postMessage(
        {
          type: 'start',
          gid,
          pid,
          ppid,
          tid,
          image,
          output: { 1: output[1]?.memory ?? null, 2: output[2]?.memory ?? null },
          terminal: this.#terminal.size,
          isTerminal: this.#terminal.isStream(input, output),
          trace: this.#isTraced,
          runMemory: this.#runMemory,
          processMemory: memory,
          syncMemory,
          payload: parcel.payload,
          isWrapped: mustWait,
          answers: this.#files.answerFirst(process.files, reads),
          origin: this.#origin,
        },
        parcel.ports,
      );
      const { parent } = process;
      const isOrphan = parent && parent.process.threads.get(parent.tid) !== parent;
      if (tid === 0 && isOrphan) port.postMessage({ type: 'parent-ended', ppid });
    }, fail);
  }

  /**
   * Puts what a thread shall start with into a message that nobody here receives. A port that is
   * connected here while it waits for its thread loses in Firefox what came to it, if the sender
   * ends before it is handed on.
   */
  #wrap(payload: unknown, ports: readonly unknown[]) {
    const [inner, outer] = this.#options.channel();
    inner.postMessage(payload, ports);
    return { payload: null, ports: [outer], kept: [...ports, inner, outer] };
  }

  #onThread(thread: Thread, message: FromThread, ports: readonly unknown[]): void {
    switch (message.type) {
      case 'ping':
        return thread.port.postMessage({ type: 'pong' });
      case 'output':
        return this.#onOutput(thread.process, message.descriptor);
      case 'spawn-thread':
        return this.#spawnThread(thread, message, ports);
      case 'spawn-process':
        return this.#spawnProcess(thread, message, ports);
      case 'terminate-thread':
        return this.#terminateThread(thread, message.tid);
      case 'watch-thread':
        return thread.process.watch.watch(thread.tid, message.tid);
      case 'kill':
        return this.#signal(this.#processes.get(message.pid), message.signal);
      case 'watch-signal':
        thread.process.watched[message.watched ? 'add' : 'delete'](message.signal);
        return;
      case 'watch-stdin':
        return this.#watchInput(thread, message.watched);
      case 'raw-mode':
        this.#terminal.isRaw = message.isRaw;
        return;
      case 'write-stdin':
        return this.#writeInput(thread, message.pid, message.bytes);
      case 'output-credit':
        return this.#pipes.grant(
          message.pid,
          message.descriptor,
          message.bytes,
          this.#processes.hasWriter,
        );
      case 'leave-output':
        return this.#pipes.break(
          ({ reader, pid, descriptor }) =>
            reader === thread && pid === message.pid && descriptor === message.descriptor,
        );
      case 'call':
        return this.#onCall(thread, message.call);
      case 'more':
        return thread.responder.more();
      case 'thread-message':
        return this.#sendThreadMessage(thread, message, ports);
      case 'thread-message-handled':
        return this.#answerThreadMessage(thread, message);
      case 'trace':
        return this.#options.host.postMessage(message);
      case 'exit':
        return this.#onThreadExit(thread, message.code, message.signal);
      default:
        throw new TypeError(`A thread sent an unknown message: ${JSON.stringify(message)}`);
    }
  }

  #onOutput(process: Process, descriptor: number): void {
    if (descriptor !== 1 && descriptor !== 2) return;
    const ring = process.output[descriptor];
    if (ring === this.#terminal.ring) this.#terminal.pump();
    else this.#pipes.pump(ring);
  }

  #spawnThread(creator: Thread, message: SpawnThread, ports: readonly unknown[]): void {
    const { tid } = message;
    const fail = (reason: string): void => {
      creator.process.starting.delete(tid);
      creator.process.watch.ended(tid);
      creator.port.postMessage({ type: 'spawn-failed', kind: 'thread', id: tid, reason });
    };
    if (this.#processes.threadCount >= THREAD_LIMIT) return fail(tooManyThreads);
    this.#startThread(creator.process, tid, creator, message, ports, fail);
  }

  #spawnProcess(creator: Thread, message: SpawnProcess, ports: readonly unknown[]): void {
    const { pid } = message;
    this.#createProcess(creator, message, ports, {
      deliver: (descriptor, bytes) =>
        creator.port.postMessage({ type: 'output', pid, descriptor, bytes }),
      fail: (reason) =>
        creator.port.postMessage({ type: 'spawn-failed', kind: 'process', id: pid, reason }),
    });
  }

  /** The thread waits for the answer, which comes when the process has ended. */
  #runProcess(creator: Thread, request: RunProcess): void {
    const { pid, timeout, killSignal } = request;
    const kill = (): void => this.#signal(this.#processes.get(pid), killSignal);
    const run = new ProcessRun(request, kill, (answer) => creator.responder.answer(answer));
    const process = this.#createProcess(creator, request, [], {
      deliver: (descriptor, bytes) => run.receive(descriptor, bytes),
      window: Number.POSITIVE_INFINITY,
      onEnd: (code, signal) => run.end(code, signal),
      fail: () => run.refuse(),
    });
    if (request.input === 'pipe') {
      process?.input?.write(request.bytes);
      process?.input?.end();
    }
    if (timeout === 0) return;
    this.#options.later(() => {
      if (process && !process.ended) run.fail('ETIMEDOUT');
    }, timeout);
  }

  #createProcess(
    creator: Thread,
    { pid, image, input, output, payload, reads }: Omit<SpawnProcess, 'type'>,
    ports: readonly unknown[],
    { deliver, window, onEnd, fail }: ProcessEvents,
  ): Process | undefined {
    if (this.#processes.size >= PROCESS_LIMIT || this.#processes.threadCount >= THREAD_LIMIT) {
      fail('EAGAIN');
      return undefined;
    }
    const rings = {
      1: this.#openOutput(creator.process, output[1], 1),
      2: this.#openOutput(creator.process, output[2], 2),
    };
    const process = this.#processes.create({
      pid,
      ppid: creator.process.pid,
      image,
      input: this.#openInput(creator.process, input),
      output: rings,
      files: this.#files.openProcess(),
      parent: creator,
      ...(onEnd && { onEnd }),
    });
    for (const descriptor of [1, 2] as const) {
      const ring = rings[descriptor];
      if (output[descriptor] !== 'pipe' || ring === null) continue;
      this.#pipes.open(ring, {
        pid,
        descriptor,
        reader: creator,
        deliver: (bytes) => deliver(descriptor, bytes),
        ...(window !== undefined && { window }),
      });
    }
    this.#startThread(process, 0, creator, { payload, reads }, ports, (reason) => {
      this.#processes.delete(pid);
      fail(reason);
    });
    return process;
  }

  #openInput(parent: Process, how: StandardStream): Input | null {
    if (how === 'inherit') return parent.input;
    return how === 'pipe' ? new Input() : null;
  }

  #watchInput(thread: Thread, isWatched: boolean): void {
    const { input } = thread.process;
    if (!isWatched) return input?.leave(thread);
    const read = (bytes: Uint8Array | null): void =>
      thread.port.postMessage({ type: 'stdin', bytes });
    if (input) input.follow(thread, read);
    else read(null);
  }

  #writeInput(thread: Thread, pid: number, bytes: Uint8Array | null): void {
    const process = this.#processes.get(pid);
    const taken = (): void => thread.port.postMessage({ type: 'stdin-taken', pid });
    if (process?.parent !== thread) return taken();
    if (bytes) return process.input?.write(bytes, taken);
    process.input?.end();
    taken();
  }

  #openOutput(parent: Process, how: StandardStream, descriptor: 1 | 2): Ring | null {
    if (how === 'ignore') return null;
    return how === 'inherit' ? parent.output[descriptor] : new Ring(createRingMemory());
  }

  #sendThreadMessage(
    sender: Thread,
    { id, to, value, luggage }: Extract<FromThread, { type: 'thread-message' }>,
    ports: readonly unknown[],
  ): void {
    const target = sender.process.threads.get(to);
    if (target) {
      const from = sender.tid;
      const ids = target.unanswered.get(sender) ?? new Set();
      target.unanswered.set(sender, ids.add(id));
      target.port.postMessage({ type: 'thread-message', id, from, value, luggage }, ports);
    } else {
      sender.port.postMessage({ type: 'thread-message-handled', id, outcome: 'absent' });
    }
  }

  #answerThreadMessage(
    thread: Thread,
    { id, to, outcome }: Extract<FromThread, { type: 'thread-message-handled' }>,
  ): void {
    const sender = thread.process.threads.get(to);
    if (!sender) return;
    thread.unanswered.get(sender)?.delete(id);
    sender.port.postMessage({ type: 'thread-message-handled', id, outcome });
  }

  #terminateThread(by: Thread, tid: number): void {
    const thread = by.process.threads.get(tid);
    if (thread) this.#onThreadExit(thread, 1, null);
    else if (by.process.starting.delete(tid)) {
      by.process.watch.ended(tid);
      by.port.postMessage({ type: 'thread-ended', tid, code: 1 });
    }
  }

  #onThreadExit(thread: Thread, code: number, signal: Signal | null): void {
    if (thread.tid === 0) return this.#endProcess(thread.process, code, signal);
    this.#endWithChildren(thread, code);
    thread.creator?.port.postMessage({ type: 'thread-ended', tid: thread.tid, code });
  }

  /** Before a thread the threads that it has started, and theirs; its processes live on. */
  #endWithChildren(thread: Thread, code: number): void {
    const { threads, starting, watch } = thread.process;
    for (const each of [...threads.values()]) {
      if (each.creator === thread) this.#endWithChildren(each, 1);
    }
    for (const [tid, creator] of [...starting]) {
      if (creator === thread && starting.delete(tid)) watch.ended(tid);
    }
    this.#endThread(thread, code);
    watch.ended(thread.tid);
    this.#tellOrphans([thread]);
  }

  #tellOrphans(ended: readonly Thread[]): void {
    this.#pipes.break(({ reader }) => ended.includes(reader));
    for (const child of this.#processes.childrenOf(ended)) {
      if (child.parent?.process.ended) child.ppid = INIT;
      const { ppid } = child;
      for (const { port } of child.threads.values())
        port.postMessage({ type: 'parent-ended', ppid });
      // Nobody is left who could write to a pipe that led from here.
      if (child.input !== child.parent?.process.input) child.input?.end();
    }
  }

  #traceEnd({ process, tid }: Thread, end: number | string | null): void {
    const sequence = drawNumber(this.#runMemory, TRACE);
    const time = this.#options.clock() - this.#origin;
    const event = { type: 'ended' as const, pid: process.pid, tid, sequence, time, end };
    this.#options.host.postMessage({ type: 'trace', event });
  }

  #endThread(thread: Thread, end: number | string | null): void {
    if (this.#isTraced) this.#traceEnd(thread, end);
    thread.process.threads.delete(thread.tid);
    thread.process.input?.leave(thread);
    thread.process.locks.releaseAll(thread.tid);
    for (const [sender, ids] of thread.unanswered) {
      for (const id of ids) {
        sender.port.postMessage({ type: 'thread-message-handled', id, outcome: 'unanswered' });
      }
    }
    this.#pool.end(thread.gid, thread.port);
    for (const ring of [thread.process.output[1], thread.process.output[2]]) {
      ring?.releaseDead(thread.gid);
    }
  }

  #endProcess(process: Process, code: number | null, signal: Signal | null): void {
    if (process.ended) return;
    process.ended = true;
    // The youngest first, so that none sees the port to its creator close.
    const threads = [...process.threads.values()].reverse();
    for (const thread of threads) this.#endThread(thread, signal ?? code);
    process.starting.clear();
    this.#processes.delete(process.pid);
    this.#terminal.pump();
    if (process.input === this.#terminal.input) this.#terminal.isRaw = false;
    if (process === this.#root) this.#rootEnd = { code, signal };
    else this.#tellParent(process, code, signal);
    this.#pipes.settle(this.#processes.hasWriter);
    this.#tellOrphans(threads);
    this.#reportEnd();
  }

  #tellParent(process: Process, code: number | null, signal: Signal | null): void {
    const { pid } = process;
    if (process.onEnd) return process.onEnd(code, signal);
    process.parent?.port.postMessage({ type: 'process-ended', pid, code, signal });
  }

  /** The run has ended when no process is left and all that they printed is on its way. */
  #reportEnd(): void {
    if (!this.#rootEnd || this.#processes.size > 0 || !this.#terminal.isDrained) return;
    const { code, signal } = this.#rootEnd;
    this.#rootEnd = undefined;
    this.#files.flush();
    this.#options.host.postMessage({ type: 'exit', code, signal });
  }

  #signal(process: Process | undefined, signal: Signal): void {
    if (!process) return;
    const main = process.threads.get(0);
    if (process.watched.has(signal) && signal !== 'SIGKILL') {
      main?.port.postMessage({ type: 'signal', signal });
    } else if (!ignoredByDefault.has(signal)) {
      this.#endProcess(process, null, signal);
    }
  }

  #kill(by: Thread, pid: number, signal: Signal | null): void {
    const one = this.#processes.get(pid);
    const targets = pid === 0 ? this.#processes.all() : one ? [one] : [];
    const failed = { failed: { code: 'ESRCH', syscall: 'kill' } };
    if (signal) for (const process of targets) this.#signal(process, signal);
    by.responder.answer({ kind: 'json', value: targets.length === 0 ? failed : null });
  }

  /** Ctrl-C reaches all processes of the terminal; whoever survives the second is killed. */
  #interrupt(): void {
    this.#interrupts++;
    for (const process of this.#processes.all()) this.#signal(process, 'SIGINT');
    if (this.#interrupts < 2) return;
    this.#options.later(() => {
      for (const process of this.#processes.all()) this.#endProcess(process, null, 'SIGINT');
    }, INTERRUPT_GRACE);
  }

  #onResize(size: TerminalSize): void {
    this.#terminal.size = size;
    for (const process of this.#processes.all()) {
      process.threads.get(0)?.port.postMessage({ type: 'resize', size });
    }
  }

  #onCall(thread: Thread, call: SystemCall): void {
    const { process, responder } = thread;
    if (call.op === 'environment') {
      return responder.answer({ kind: 'json', value: process.environment.answer(call) });
    }
    if (call.op === 'lock') {
      const clientOf = (tid: number): string => `node-${process.pid}-${tid}`;
      return responder.answer({
        kind: 'json',
        value: process.locks.call(thread.tid, call, clientOf),
      });
    }
    if (call.op === 'run-process') return this.#runProcess(thread, call);
    if (call.op === 'kill') return this.#kill(thread, call.pid, call.signal);
    if (call.op === 'read-stdin') return this.#readInput(thread, call.length);
    this.#files.call(process.files, call, (answer) => responder.answer(answer));
  }

  #readInput(thread: Thread, length?: number): void {
    const { process, responder } = thread;
    const read = (bytes: Uint8Array | null): void =>
      responder.answer({ kind: 'bytes', value: bytes ?? new Uint8Array(0) });
    if (process.input) process.input.readOnce(thread, read, length);
    else read(null);
  }
}
