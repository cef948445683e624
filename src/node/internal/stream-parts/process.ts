/** Stands for the npm package `process` in `readable-stream`: the program's own `process`. */
interface ProcessParts {
  nextTick(callback: (...args: unknown[]) => void, ...args: unknown[]): void;
  stdout: unknown;
  stderr: unknown;
}

/** Looked up at each use: the module is evaluated before the thread has a process. */
const current = (): ProcessParts => (globalThis as unknown as { process: ProcessParts }).process;

export const process = {
  nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]): void =>
    current().nextTick(callback, ...args),
  get stdout(): unknown {
    return current().stdout;
  },
  get stderr(): unknown {
    return current().stderr;
  },
};
