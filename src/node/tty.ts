/** `node:tty`: the terminal is that of the process; its streams are `process.stdin`, `stdout`, `stderr`. */
import { notImplemented } from './internal/errors.ts';
import { TerminalInput } from './internal/standard-input.ts';
import { TerminalOutput } from './internal/standard-output.ts';
import type { Thread } from './internal/thread.ts';

export function createTty(thread: Thread): object {
  return {
    isatty: (fd: unknown): boolean =>
      fd === 0 || fd === 1 || fd === 2 ? thread.start.isTerminal[fd] : false,
    ReadStream: openable('tty.ReadStream', TerminalInput),
    WriteStream: openable('tty.WriteStream', TerminalOutput),
  };
}

/** For `instanceof`; a terminal cannot be opened a second time. */
function openable(name: string, Stream: { prototype: object }): CallableFunction {
  function TerminalStream(): never {
    throw notImplemented(name, 'use process.stdin, process.stdout and process.stderr');
  }
  Object.defineProperty(TerminalStream, 'prototype', { value: Stream.prototype });
  return TerminalStream;
}
