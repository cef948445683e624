/** What of `node:os` few programs ask for: priorities and the user, of whom a run has one. */
import { SystemError } from '../../kernel/system-error.ts';
import { Buffer } from '../buffer.ts';
import { decodeText, normalizeEncoding } from './encodings.ts';
import { nodeError, notImplemented } from './errors.ts';
import { getSystemErrorMessage } from './system-errors.ts';
import type { Thread } from './thread.ts';
import { validateInteger } from './validators.ts';

const INT32: readonly [number, number] = [-(2 ** 31), 2 ** 31 - 1];
const HIGHEST = -20;
const LOWEST = 19;

export function createOsExtras({ start, system }: Thread) {
  let priority = 0;

  /** Other processes have a priority too, which nobody keeps. */
  const requireOwn = (pid: number, syscall: string): void => {
    if (pid === 0 || pid === start.pid) return;
    if (pid < 0 || !exists(system, pid)) throw systemFailure(-3, 'ESRCH', syscall);
    throw notImplemented(`os.${syscall.slice('uv_os_'.length)}`, 'only of its own process');
  };
  return {
    getPriority(pid: unknown = 0): number {
      validateInteger(pid, 'pid', ...INT32);
      requireOwn(pid, 'uv_os_getpriority');
      return priority;
    },
    setPriority(first: unknown, second: unknown): void {
      const [pid, wanted] = second === undefined ? [0, first] : [first, second];
      validateInteger(pid, 'pid', ...INT32);
      validateInteger(wanted, 'priority', HIGHEST, LOWEST);
      requireOwn(pid, 'uv_os_setpriority');
      // As to a user who is not root.
      if (wanted < priority) throw systemFailure(-13, 'EACCES', 'uv_os_setpriority');
      priority = wanted;
    },
    userInfo(options?: unknown): object {
      const given = typeof options === 'object' ? options : null;
      const { encoding } = { ...(given as { encoding?: unknown } | null) };
      const shown = (text: string): unknown => {
        const bytes = Buffer.from(text);
        const kind = normalizeEncoding(encoding) ?? 'utf8';
        return encoding === 'buffer' ? bytes : decodeText(bytes, kind);
      };
      return Object.assign(Object.create(null) as object, {
        uid: 1000,
        gid: 1000,
        username: shown('reader'),
        homedir: shown('/home/reader'),
        shell: shown('/bin/sh'),
      });
    },
  };
}

function exists(system: Thread['system'], pid: number): boolean {
  try {
    system.call({ op: 'kill', pid, signal: null });
    return true;
  } catch (error) {
    if (error instanceof SystemError) return false;
    throw error;
  }
}

class SystemFailure extends Error {}
Object.defineProperty(SystemFailure.prototype, 'name', { value: 'SystemError' });

function systemFailure(errno: number, code: string, syscall: string): Error {
  const info = { errno, code, message: getSystemErrorMessage(errno), syscall };
  const message = `A system error occurred: ${syscall} returned ${code} (${info.message})`;
  const error = nodeError('ERR_SYSTEM_ERROR', message, SystemFailure);
  const property = <K extends 'errno' | 'syscall'>(name: K): PropertyDescriptor => ({
    get: () => info[name],
    set: (value: (typeof info)[K]) => {
      info[name] = value;
    },
    enumerable: true,
    configurable: true,
  });
  return Object.defineProperties(error, {
    info: { value: info, enumerable: true },
    errno: property('errno'),
    syscall: property('syscall'),
  });
}
