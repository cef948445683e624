/** `node:os`: what a browser tells of its machine, and constants; nothing is made up. */
import { signalNumbers } from '../kernel/signals.ts';
import type { Thread } from './internal/thread.ts';

export function createOs(thread: Thread) {
  const cores = (): number => Math.max(1, navigator.hardwareConcurrency || 1);
  return {
    EOL: '\n',
    devNull: '/dev/null',
    constants: Object.freeze({ signals: Object.freeze({ ...signalNumbers }) }),
    arch: () => 'x64',
    availableParallelism: cores,
    endianness: () => 'LE' as const,
    homedir: () => thread.start.image.env.HOME ?? '/home/reader',
    hostname: () => 'interleave',
    platform: () => 'linux' as const,
    tmpdir: () => '/tmp',
    type: () => 'Linux',
    uptime: () => thread.now() / 1000,
  };
}
