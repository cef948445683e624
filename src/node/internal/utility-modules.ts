/** The modules of one thread that programs are written and tested with, rather than talk with. */

import { SystemError } from '../../kernel/system-error.ts';
import { createAssert } from '../assert.ts';
import { createDiagnosticsChannel } from '../diagnostics_channel.ts';
import { createFs, type FsOptions } from '../fs.ts';
import type { Process } from '../process.ts';
import { querystring } from '../querystring.ts';
import type { Timers } from '../timers.ts';
import { fileURLToPath } from '../url.ts';
import { createUtil } from '../util.ts';
import { withDeclined } from './declined.ts';
import { IoQueue } from './io-queue.ts';
import type { Thread } from './thread.ts';
import type { Warn } from './warnings.ts';

export interface UtilityModulesOptions {
  thread: Thread;
  process: Process;
  env: () => Record<string, string>;
  cwd: () => string;
  warn: Warn;
  timers: Pick<Timers, 'setInterval' | 'clearInterval'>;
  readline: FsOptions['readline'];
}

export function createUtilityModules({
  thread,
  process,
  env,
  cwd,
  warn,
  timers,
  readline,
}: UtilityModulesOptions): [string, object][] {
  const { assert, strict } = createAssert({ readLine: lineReader(thread), warn });
  const util = createUtil({
    pid: thread.start.pid,
    env,
    mainArgs: () => process.argv.slice(2),
    warn,
    stdout: process.stdout,
    stderr: process.stderr,
  });
  const { fs, promises } = createFs({
    io: new IoQueue(thread.loop),
    bind: (callback) => thread.context.bind(callback as never),
    call: (call) => thread.system.call(call),
    write(descriptor, bytes) {
      if (!thread.system.write(descriptor, bytes)) throw new SystemError('EPIPE', 'write');
    },
    cwd,
    every: (milliseconds, action) => timers.setInterval(action, milliseconds),
    readline,
    stop: (ticking) => timers.clearInterval(ticking as never),
  });
  const diagnostics = createDiagnosticsChannel({
    report: (error) =>
      thread.loop.tick(() => {
        throw error;
      }),
  });
  return [
    ['diagnostics_channel', diagnostics],
    ['querystring', querystring],
    ['fs', fs],
    // It is `fs.promises` too, which nobody may have loaded by this name.
    ['fs/promises', withDeclined('fs/promises', promises)],
    ['assert', assert],
    ['assert/strict', strict],
    ['util', util],
    ['util/types', util.types],
  ];
}

function lineReader({ system }: Thread) {
  return (url: string, line: number): string | undefined => {
    if (!url.startsWith('file:')) return undefined;
    try {
      const file = system.call({ op: 'read-source', path: fileURLToPath(url) }) as { text: string };
      return file.text.split('\n')[line - 1];
    } catch (error) {
      // The line is an extra of the message; the file may be gone since.
      if (error instanceof SystemError) return undefined;
      throw error;
    }
  };
}
