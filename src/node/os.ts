/** `node:os`: what a browser tells of its machine, and constants; what it does not tell is zero. */
import { signalNumbers } from '../kernel/signals.ts';
import { part } from './internal/parts.ts';
import type { Thread } from './internal/thread.ts';

/** Chromium alone tells, and of its heap alone. */
function memory(): { limit: number; used: number } {
  const { memory } = performance as { memory?: Record<string, number> };
  return { limit: memory?.jsHeapSizeLimit ?? 2 ** 32, used: memory?.usedJSHeapSize ?? 0 };
}

const priority = Object.freeze({
  PRIORITY_LOW: 19,
  PRIORITY_BELOW_NORMAL: 10,
  PRIORITY_NORMAL: 0,
  PRIORITY_ABOVE_NORMAL: -7,
  PRIORITY_HIGH: -14,
  PRIORITY_HIGHEST: -20,
});

const isList = /^(?:cpus|loadavg|net|get|set|user)/;

/** @param env the environment as the program sees and changes it */
export function createOs(thread: Thread, env: Readonly<Record<string, string | undefined>>) {
  let extras: ReturnType<typeof makeExtras> | undefined;
  const makeExtras = () => part('library').createOsExtras(thread);
  const getExtras = () => {
    extras ??= makeExtras();
    return extras;
  };
  const cores = (): number => Math.max(1, navigator.hardwareConcurrency || 1);
  const os = {
    constants: Object.freeze({ signals: Object.freeze({ ...signalNumbers }), priority }),
    arch: () => 'x64',
    availableParallelism: cores,
    cpus: () =>
      Array.from({ length: cores() }, () => ({
        model: 'unknown',
        speed: 0,
        times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 },
      })),
    endianness: () => 'LE' as const,
    freemem: () => memory().limit - memory().used,
    getPriority: (pid?: unknown) => getExtras().getPriority(pid),
    homedir: () => env.HOME ?? '/home/reader',
    hostname: () => 'interleave',
    loadavg: () => [0, 0, 0],
    machine: () => 'x86_64',
    networkInterfaces: () => ({}),
    platform: () => 'linux' as const,
    setPriority: (pid: unknown, value?: unknown) => getExtras().setPriority(pid, value),
    tmpdir: () => (env.TMPDIR || env.TMP || env.TEMP || '/tmp').replace(/(.)\/$/, '$1'),
    totalmem: () => memory().limit,
    type: () => 'Linux',
    uptime: () => thread.now() / 1000,
    userInfo: (options?: unknown) => getExtras().userInfo(options),
  };
  // A function that needs no arguments may stand where its text or number is wanted.
  for (const [name, value] of Object.entries(os)) {
    if (typeof value === 'function' && !isList.test(name))
      Object.assign(value, { [Symbol.toPrimitive]: value });
  }
  const fixed = { enumerable: true, configurable: true };
  return Object.defineProperties(os, {
    EOL: { value: '\n', ...fixed },
    devNull: { value: '/dev/null', ...fixed },
  });
}
