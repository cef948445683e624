/**
 * The built-in modules of one thread, by name without `node:`. What Node exports and the engine does
 * not provide yet is there too, and throws a coded error when used: `internal/declined.ts`.
 */
import { createAsyncHooks } from './async_hooks.ts';
import type { createChildProcess } from './child_process.ts';
import { type ConsoleStream, createConsole } from './console.ts';
import { defaultMaximum, EventEmitter } from './events.ts';
import { needsScheme, withDeclined } from './internal/declined.ts';
import { createEnvironment } from './internal/environment.ts';
import { followEventTargets } from './internal/event-targets.ts';
import type { NodePorts } from './internal/message-port.ts';
import { ModuleTable } from './internal/module-table.ts';
import { part } from './internal/parts.ts';
import { installPerformance } from './internal/performance.ts';
import { isTerminal, type Thread } from './internal/thread.ts';
import { EXEC_PATH } from './internal/version.ts';
import { createNet } from './net.ts';
import { createOs } from './os.ts';
import { createPath } from './path.ts';
import { createProcess, type Process } from './process.ts';
import { aliases, loadOnly } from './support.ts';
import { createTimersPromises } from './timers/promises.ts';
import { createTimers, type Timers } from './timers.ts';
import { createUrl, fileURLToPath } from './url.ts';
import { createWorkerThreads } from './worker_threads.ts';

interface Diagnostics {
  channel(name: string): { hasSubscribers: boolean; publish(message: unknown): void };
}

type AsyncHooks = ReturnType<typeof createAsyncHooks>;
type ChildProcessModule = ReturnType<typeof createChildProcess>;

/** What the library makes, `part('library')`, by the functions of those names. */
const byteModules =
  'buffer readline readline/promises stream stream/consumers stream/promises stream/web string_decoder tty'.split(
    ' ',
  );
const utilityModules =
  'assert assert/strict diagnostics_channel fs fs/promises querystring util util/types'.split(' ');

const customPromisify = Symbol.for('nodejs.util.promisify.custom');

interface FileCalls {
  readFileSync(descriptor: number): Uint8Array;
  writeSync(descriptor: number, bytes: Uint8Array): number;
}

export interface Builtins {
  modules: ModuleTable;
  process: Process;
  timers: Timers;
  console: object;
}

export function createBuiltins(thread: Thread, ports: NodePorts): Builtins {
  const { loop, context } = thread;
  const { payload, start, system } = thread;
  const initial = payload.kind === 'worker' ? payload.env : start.image.env;
  const environment = createEnvironment(initial, system);
  const process = createProcess({
    thread,
    ports,
    environment,
    getBuiltin: (id) => {
      const name = id.replace(/^node:/, '');
      return name !== id || !needsScheme(name) ? modules.get(name) : undefined;
    },
  });
  const env = (): Record<string, string> => ({ ...process.env });
  const cwd = (): string => process.cwd();
  const warn = process.emitWarning.bind(process);
  ports.onLost = () =>
    warn('The target port was posted to itself, and the communication channel was lost');
  const timers = createTimers({ loop, context, warn });
  const timersPromises = createTimersPromises(timers);
  for (const name of ['setTimeout', 'setImmediate'] as const) {
    Object.defineProperty(timers[name], customPromisify, { value: timersPromises[name] });
  }
  /** Only a program that has loaded the module can have subscribed. */
  const publish = (name: string, message: unknown): void => {
    const diagnostics = modules.made('diagnostics_channel') as Diagnostics | undefined;
    const channel = diagnostics?.channel(name);
    if (channel?.hasSubscribers) channel.publish(message);
  };
  /** Where the console prints: a program may give it streams of its own. */
  const given: { 1?: ConsoleStream; 2?: ConsoleStream } = {};
  const consoleStream = (descriptor: 1 | 2): ConsoleStream => ({
    write: (text) => {
      const own = given[descriptor];
      if (own) own.write(text);
      else process._print(descriptor, text);
    },
    get isTTY() {
      const stream = given[descriptor] ?? process._stream(descriptor);
      return stream ? stream.isTTY === true : isTerminal(thread, descriptor);
    },
  });
  const console = createConsole({
    stdout: consoleStream(1),
    stderr: consoleStream(2),
    publish: (method, args) => publish(`console.${method}`, args),
    now: () => thread.now(),
    warn: (message) => warn(message),
  });
  defineLazily(console, 'Console', () => {
    const isGlobal = (value: unknown): boolean => value === console;
    return part('library').createConsoleClass({ now: () => thread.now(), warn, isGlobal });
  });
  for (const [name, descriptor] of [
    ['_stdout', 1],
    ['_stderr', 2],
  ] as const) {
    Object.defineProperty(console, name, {
      get: () => given[descriptor] ?? process._output(descriptor),
      set: (stream: ConsoleStream) => {
        given[descriptor] = stream;
      },
      configurable: true,
    });
  }
  defineLazily(EventEmitter, 'EventEmitterAsyncResource', () => {
    const { AsyncResource } = modules.get('async_hooks') as AsyncHooks;
    return part('library').createEmitterResource(AsyncResource as never);
  });
  followEventTargets({ defaultMax: defaultMaximum, warn });
  const makers: Record<string, () => object> = {
    async_hooks: () => createAsyncHooks(context),
    child_process: () =>
      part('children').createChildProcess({
        thread,
        ports,
        timers,
        published: (child) => publish('child_process', { process: child }),
        env,
        cwd,
        execPath: EXEC_PATH,
        process,
        fileURLToPath,
        files: {
          read: (descriptor) => (modules.get('fs') as FileCalls).readFileSync(descriptor),
          write: (descriptor, bytes) => {
            if (descriptor === 1 || descriptor === 2) process._print(descriptor, bytes);
            else (modules.get('fs') as FileCalls).writeSync(descriptor, bytes);
          },
        },
      }),
    cluster: () => part('library').createCluster({ thread, process, fork }),
    console: () => console,
    crypto: () =>
      part('crypto').createCrypto({
        thread,
        stream: modules.get('stream') as never,
        Buffer: part('library').Buffer,
      }),
    events: () => EventEmitter,
    net: () => createNet(),
    os: () => createOs(thread, process.env),
    path: () => {
      const path = createPath(cwd);
      defineLazily(path, 'win32', () => modules.get('path/win32') ?? {});
      return path;
    },
    perf_hooks: () => part('library').createPerfHooks({ thread, timers }),
    process: () => process,
    test: () =>
      part('extras').createTest({
        thread,
        process,
        timers,
        assert: modules.get('assert') as Record<string, unknown>,
        AsyncLocalStorage: (modules.get('async_hooks') as AsyncHooks).AsyncLocalStorage,
      }),
    timers: () => ({ ...timers, promises: timersPromises }),
    'timers/promises': () => timersPromises,
    url: () => createUrl(cwd),
    worker_threads: () => {
      const workerThreads = createWorkerThreads({
        thread,
        ports,
        process,
        environment,
        env,
        cwd,
        fileURLToPath,
        published: (worker) => publish('worker_threads', { worker }),
      });
      defineLazily(workerThreads, 'locks', () => part('extras').createLocks({ thread, publish }));
      return workerThreads;
    },
  };
  const modules = new ModuleTable();
  const fork: ChildProcessModule['fork'] = (...args) =>
    (modules.get('child_process') as ChildProcessModule).fork(...args);
  for (const [name, make] of Object.entries(makers)) {
    modules.add(name, () => withDeclined(name, make()));
  }
  installPerformance(thread, () => modules.get('perf_hooks'));
  modules.add('path/posix', () => modules.get('path') ?? {});
  modules.add('path/win32', () => {
    const win32 = part('extras').createWin32Path(cwd);
    return withDeclined('path', Object.assign(win32, { posix: modules.get('path'), win32 }));
  });
  const bytes = once(() => part('library').createByteModules(thread));
  for (const name of byteModules) modules.add(name, () => withDeclined(name, pick(bytes(), name)));
  const utilities = once(() =>
    part('library').createUtilityModules({
      thread,
      process,
      env,
      cwd,
      warn,
      timers,
      readline: () => modules.get('readline') as never,
    }),
  );
  for (const name of utilityModules) {
    modules.add(name, () => withDeclined(name, pick(utilities(), name)));
  }
  modules.add('sys', () => modules.get('util') ?? {});
  // Of these nothing works: they are there to be loaded, and throw on use.
  for (const name of [...Object.keys(loadOnly), ...Object.keys(aliases)]) {
    if (!modules.has(name)) modules.add(name, () => withDeclined(name, {}));
  }
  return { modules, process, timers, console };
}

/** An export that is made when it is first read. */
function defineLazily(exports: object, name: string, make: () => object): void {
  const made = once(make);
  Object.defineProperty(exports, name, { get: made, configurable: true, enumerable: true });
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function pick(modules: readonly (readonly [string, object])[], name: string): object {
  const found = modules.find(([each]) => each === name);
  if (!found) throw new TypeError(`The library has no module ${name}; see builtins.ts.`);
  return found[1];
}
