/** `node:os`: what a browser tells of its machine, and constants; what it does not tell is zero. */
import { signalNumbers } from '../kernel/signals.ts';
import type { Thread } from './internal/thread.ts';

/** Chromium alone tells, and of its heap alone. */
function memory(): { limit: number; used: number } {
  const { memory } = performance as { memory?: Record<string, number> };
  return { limit: memory?.jsHeapSizeLimit ?? 2 ** 32, used: memory?.usedJSHeapSize ?? 0 };
}

export function createOs(thread: Thread) {
  const cores = (): number => Math.max(1, navigator.hardwareConcurrency || 1);
  const os = {
    constants: Object.freeze({ signals: Object.freeze({ ...signalNumbers }) }),
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
    homedir: () => thread.start.image.env.HOME ?? '/home/reader',
    hostname: () => 'interleave',
    loadavg: () => [0, 0, 0],
    machine: () => 'x86_64',
    networkInterfaces: () => ({}),
    platform: () => 'linux' as const,
    tmpdir: () => '/tmp',
    totalmem: () => memory().limit,
    type: () => 'Linux',
    uptime: () => thread.now() / 1000,
  };
  const fixed = { enumerable: true, configurable: true };
  return Object.defineProperties(os, {
    EOL: { value: '\n', ...fixed },
    devNull: { value: '/dev/null', ...fixed },
  });
}
