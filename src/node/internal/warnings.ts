/** Emits a process warning: `process.emitWarning` without the need of a process. */
export type Warn = (message: string | Error, type?: string, code?: string) => void;
