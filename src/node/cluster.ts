/**
 * `node:cluster`: a primary that forks workers of its own program and exchanges messages with them.
 * Sharing of server sockets has no counterpart: a browser has none. Follows
 * `lib/internal/cluster/primary.js` and `child.js`.
 */
import { EventEmitter } from './events.ts';
import type { Thread } from './internal/thread.ts';

/** The environment variable by which a forked process knows that it is a cluster worker. */
const UNIQUE_ID = 'NODE_UNIQUE_ID';
const INTERNAL = 'NODE_CLUSTER';

/** What `cluster.Worker` needs of the process behind it: a child's, or its own. */
export interface WorkerProcess extends EventEmitter {
  connected?: boolean | undefined;
  exitCode?: number | null | undefined;
  signalCode?: string | null | undefined;
  send?: ((message: unknown, ...rest: unknown[]) => boolean) | undefined;
  disconnect?: (() => void) | undefined;
  kill?(...args: never[]): unknown;
}

interface Settings {
  args?: readonly string[];
  exec?: string;
  execArgv?: readonly string[];
  silent?: boolean;
  [name: string]: unknown;
}

export interface ClusterOptions {
  thread: Thread;
  process: WorkerProcess & {
    argv: string[];
    execArgv: readonly string[];
    env: Record<string, string>;
    exit(code?: number): never;
  };
  fork: (file: string, args: readonly string[], options: object) => WorkerProcess;
}

export function createCluster({ thread, process, fork }: ClusterOptions) {
  class Worker extends EventEmitter {
    readonly id: number;
    readonly process: WorkerProcess;
    exitedAfterDisconnect: boolean | undefined;
    state: string | undefined;

    constructor({ id = 0, state = 'none', process: behind }: WorkerOptions = {}) {
      super();
      this.exitedAfterDisconnect = undefined;
      this.state = state;
      this.id = id | 0;
      // Undefined where a program makes a worker of its own without one.
      this.process = behind as WorkerProcess;
      behind?.on('error', (...args: unknown[]) => this.emit('error', ...args));
      behind?.on('message', (...args: unknown[]) => this.emit('message', ...args));
    }

    send(message: unknown, ...rest: unknown[]): boolean {
      return this.process.send?.(message, ...rest) ?? false;
    }

    isConnected(): boolean {
      return this.process.connected === true;
    }

    isDead(): boolean {
      const { exitCode, signalCode } = this.process;
      return (exitCode ?? null) !== null || (signalCode ?? null) !== null;
    }

    disconnect(): this {
      this.exitedAfterDisconnect = true;
      // A worker waits until the primary knows that it leaves of its own accord.
      if (this.process === process) tell(process, 'exitedAfterDisconnect');
      else tell(this.process, 'disconnect');
      return this;
    }

    kill(signal: string = 'SIGTERM'): void {
      if (this.process === process) return this.#leave();
      Reflect.apply(this.process.kill as (signal: string) => void, this.process, [signal]);
    }

    destroy(signal?: string): void {
      this.kill(signal);
    }

    /** In the worker itself. */
    #leave(): void {
      if (this.state === 'destroying') return;
      this.exitedAfterDisconnect = true;
      if (!this.isConnected()) process.exit(0);
      this.state = 'destroying';
      tell(process, 'exitedAfterDisconnect');
      process.once('disconnect', () => process.exit(0));
    }
  }
  /** As Node's, it is called without `new` as well. */
  const Callable = new Proxy(Worker, {
    apply: (target, _self, args) => Reflect.construct(target, args) as object,
  });

  const uniqueId = thread.payload.kind === 'fork' ? process.env[UNIQUE_ID] : undefined;
  if (uniqueId === undefined) return createPrimary({ thread, process, fork, Worker: Callable });
  delete process.env[UNIQUE_ID];
  return createWorker(Number(uniqueId), process, Callable);
}

interface WorkerOptions {
  id?: number;
  state?: string;
  process?: WorkerProcess;
}

type WorkerClass = new (
  options?: WorkerOptions,
) => EventEmitter & {
  readonly id: number;
  readonly process: WorkerProcess;
  exitedAfterDisconnect: boolean | undefined;
  state: string | undefined;
  disconnect(): unknown;
  isConnected(): boolean;
  isDead(): boolean;
};

function createPrimary(options: ClusterOptions & { Worker: WorkerClass }) {
  const { thread, process, fork, Worker } = options;
  const workers: Record<string, InstanceType<WorkerClass>> = {};
  let isSetUp = false;
  let lastId = 0;

  const setupPrimary = (given: Settings = {}): void => {
    cluster.settings = {
      args: process.argv.slice(2),
      exec: process.argv[1] ?? '',
      execArgv: process.execArgv,
      silent: false,
      ...cluster.settings,
      ...given,
    };
    isSetUp = true;
    thread.loop.tick(() => cluster.emit('setup', cluster.settings));
  };

  const forkWorker = (env: Record<string, unknown> = {}): InstanceType<WorkerClass> => {
    if (!isSetUp) setupPrimary();
    const { exec = '', args = [], ...rest } = cluster.settings;
    const id = ++lastId;
    const child = fork(exec, args, { ...rest, env: { ...process.env, ...env, [UNIQUE_ID]: id } });
    const worker = new Worker({ id, process: child });
    workers[id] = worker;
    follow(worker);
    thread.loop.tick(() => cluster.emit('fork', worker));
    return worker;
  };

  const follow = (worker: InstanceType<WorkerClass>): void => {
    const child = worker.process;
    worker.state = 'none';
    worker.on('message', (...args: unknown[]) => cluster.emit('message', worker, ...args));
    child.on('internalMessage', (message: { act?: string }) => {
      if (message.act === 'exitedAfterDisconnect') {
        worker.exitedAfterDisconnect = true;
        tell(child, 'acknowledged');
      }
      if (message.act !== 'online') return;
      worker.state = 'online';
      worker.emit('online');
      cluster.emit('online', worker);
    });
    child.once('disconnect', () => {
      worker.exitedAfterDisconnect = worker.exitedAfterDisconnect === true;
      worker.state = 'disconnected';
      if (worker.isDead()) forget(worker);
      worker.emit('disconnect');
      cluster.emit('disconnect', worker);
    });
    child.once('exit', (code: number | null, signal: string | null) => {
      if (!worker.isConnected()) forget(worker);
      worker.exitedAfterDisconnect = worker.exitedAfterDisconnect === true;
      worker.state = 'dead';
      worker.emit('exit', code, signal);
      cluster.emit('exit', worker, code, signal);
    });
  };

  const waiting: (() => void)[] = [];
  /** A worker that is neither connected nor alive is no longer in the list. */
  const forget = (worker: InstanceType<WorkerClass>): void => {
    delete workers[worker.id];
    if (Object.keys(workers).length > 0) return;
    for (const callback of waiting.splice(0)) callback();
  };

  const disconnect = (callback?: () => void): void => {
    const all = Object.values(workers);
    if (all.length === 0) thread.loop.tick(() => callback?.());
    else if (callback) waiting.push(callback);
    for (const worker of all) if (worker.isConnected()) worker.disconnect();
  };

  const cluster = Object.assign(new EventEmitter(), {
    isWorker: false,
    isMaster: true,
    isPrimary: true,
    Worker,
    workers,
    settings: {} as Settings,
    SCHED_NONE: 1,
    SCHED_RR: 2,
    schedulingPolicy: 2,
    setupPrimary,
    setupMaster: setupPrimary,
    fork: forkWorker,
    disconnect,
  });
  return cluster;
}

function createWorker(id: number, process: ClusterOptions['process'], Worker: WorkerClass) {
  const worker = new Worker({ id, process });
  process.once('disconnect', () => {
    worker.emit('disconnect');
    if (!worker.exitedAfterDisconnect) process.exit(0);
  });
  process.on('internalMessage', (message: { act?: string }) => {
    if (message.act === 'acknowledged') process.disconnect?.();
    if (message.act !== 'disconnect') return;
    worker.exitedAfterDisconnect = true;
    process.disconnect?.();
  });
  tell(process, 'online');
  return Object.assign(new EventEmitter(), {
    isWorker: true,
    isMaster: false,
    isPrimary: false,
    worker,
    Worker,
  });
}

/** Messages of the cluster itself are not seen by `message` listeners. */
function tell(process: WorkerProcess, act: string): void {
  if (process.connected) process.send?.({ cmd: INTERNAL, act });
}
