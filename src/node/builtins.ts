/// <reference path="./path-browserify.d.ts" />
/**
 * The built-in modules of one thread, by name without `node:`. What Node exports and the engine does
 * not provide yet is there too, and throws a coded error when used: `internal/declined.ts`.
 */
import pathModule from 'path-browserify';
import { createAsyncHooks } from './async_hooks.ts';
import { createChildProcess } from './child_process.ts';
import { createCluster } from './cluster.ts';
import { createConsole } from './console.ts';
import { EventEmitter } from './events.ts';
import { createByteModules } from './internal/byte-modules.ts';
import { ModuleMap, withDeclined } from './internal/declined.ts';
import { createEnvironment } from './internal/environment.ts';
import type { NodePorts } from './internal/message-port.ts';
import type { Thread } from './internal/thread.ts';
import { createUtilityModules } from './internal/utility-modules.ts';
import { EXEC_PATH } from './internal/version.ts';
import { createNet } from './net.ts';
import { createOs } from './os.ts';
import { createPerfHooks } from './perf_hooks.ts';
import { createProcess, type Process } from './process.ts';
import { createTimersPromises } from './timers/promises.ts';
import { createTimers, type Timers } from './timers.ts';
import { createUrl, fileURLToPath } from './url.ts';
import { createWorkerThreads } from './worker_threads.ts';

const customPromisify = Symbol.for('nodejs.util.promisify.custom');

export interface Builtins {
  modules: ModuleMap;
  process: Process;
  timers: Timers;
  console: object;
}

export function createBuiltins(thread: Thread, ports: NodePorts): Builtins {
  const { loop, context } = thread;
  const { payload, start, system } = thread;
  const initial = payload.kind === 'worker' ? payload.env : start.image.env;
  const environment = createEnvironment(initial, system);
  const process = createProcess({ thread, ports, environment });
  const env = (): Record<string, string> => ({ ...process.env });
  const cwd = (): string => process.cwd();
  const warn = process.emitWarning.bind(process);
  const timers = createTimers({ loop, context, warn });
  const timersPromises = createTimersPromises(timers);
  for (const name of ['setTimeout', 'setImmediate'] as const) {
    Object.defineProperty(timers[name], customPromisify, { value: timersPromises[name] });
  }
  const console = createConsole({
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => thread.now(),
    warn: (message) => warn(message),
  });
  const childProcess = createChildProcess({
    thread,
    ports,
    timers,
    env,
    cwd,
    execPath: EXEC_PATH,
    fileURLToPath,
  });
  const path = withDeclined('path', pathModule);
  const modules = new Map<string, object>([
    ['async_hooks', createAsyncHooks(context)],
    ['child_process', childProcess],
    ['cluster', createCluster({ thread, process, fork: childProcess.fork })],
    ['console', console],
    ['events', EventEmitter],
    ['net', createNet()],
    ['os', createOs(thread)],
    ['perf_hooks', createPerfHooks(thread)],
    ['process', process],
    ['timers', { ...timers, promises: timersPromises }],
    ['timers/promises', timersPromises],
    ['url', createUrl(cwd)],
    ...createByteModules(thread),
    ...createUtilityModules({ thread, process, env, cwd, warn }),
    [
      'worker_threads',
      createWorkerThreads({ thread, ports, process, environment, env, cwd, fileURLToPath }),
    ],
  ]);
  for (const [name, exports] of modules) modules.set(name, withDeclined(name, exports));
  modules.set('path', path).set('path/posix', path);
  return { modules: new ModuleMap(modules), process, timers, console };
}
