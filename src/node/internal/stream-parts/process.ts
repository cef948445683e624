/** Stands for the npm package `process` in `readable-stream`: the program's own `process`. */
import { apply } from '../../../shared/intrinsics.ts';

interface ProcessParts {
  nextTick(callback: (...args: unknown[]) => void, ...args: unknown[]): void;
  stdout: unknown;
  stderr: unknown;
}

const global = globalThis as unknown as { process: ProcessParts };
/** Streams keep the thread's process, whatever becomes of the global. */
const known: ProcessParts | undefined = global.process;

const current = (): ProcessParts => known ?? global.process;

export const process = {
  nextTick(...args: Parameters<ProcessParts['nextTick']>): void {
    apply(current().nextTick, current(), args);
  },
  get stdout(): unknown {
    return current().stdout;
  },
  get stderr(): unknown {
    return current().stderr;
  },
};
