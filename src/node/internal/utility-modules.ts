/** The modules of one thread that programs are written and tested with, rather than talk with. */

import { SystemError } from '../../kernel/system-error.ts';
import { createAssert } from '../assert.ts';
import { fileURLToPath } from '../url.ts';
import { createUtil } from '../util.ts';
import type { Thread } from './thread.ts';
import type { Warn } from './warnings.ts';

export interface UtilityModulesOptions {
  thread: Thread;
  env: () => Record<string, string>;
  cwd: () => string;
  warn: Warn;
}

export function createUtilityModules({ thread, warn }: UtilityModulesOptions): [string, object][] {
  const { assert, strict } = createAssert({ readLine: lineReader(thread), warn });
  const util = createUtil();
  return [
    ['assert', assert],
    ['assert/strict', strict],
    ['util', util],
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
