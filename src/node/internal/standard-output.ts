/**
 * `process.stdout` and `process.stderr`: writes are synchronous, as Node's are on a terminal or a
 * pipe of Linux, and block while the reader is behind.
 */
import { type Done, Writable } from '../stream.ts';
import { encodeText, encodingOf } from './encodings.ts';
import { isTerminal, type Thread } from './thread.ts';
import {
  clearLine,
  clearScreenDown,
  cursorTo,
  getColorDepth,
  hasColors,
  moveCursor,
} from './tty-output.ts';

/** Takes what is written. */
export type Sink = (bytes: string | Uint8Array) => void;

export class StandardOutput extends Writable {
  readonly fd: 1 | 2;
  declare readonly isTTY?: boolean;
  /** As in Node, these are never closed: other parts of the program write there. */
  readonly _isStdio = true;
  readonly #sink: Sink;

  constructor(fd: 1 | 2, sink: Sink) {
    super({ decodeStrings: false, emitClose: false });
    this.fd = fd;
    this.#sink = sink;
  }

  override _write(chunk: unknown, encoding: string, done: Done): void {
    const isEncoded = typeof chunk === 'string' && encoding !== 'utf8' && encoding !== 'utf-8';
    this.#sink(isEncoded ? encodeText(chunk, encodingOf(encoding)) : (chunk as string));
    done();
  }

  override _destroy(error: Error | null, done: Done): void {
    done(error);
    (this as unknown as { _undestroy(): void })._undestroy();
  }
}

export class TerminalOutput extends StandardOutput {
  override readonly isTTY = true;
  columns: number;
  rows: number;

  constructor(thread: Thread, fd: 1 | 2, sink: Sink) {
    super(fd, sink);
    const { cols, rows } = thread.start.terminal ?? { cols: 80, rows: 24 };
    this.columns = cols;
    this.rows = rows;
    thread.system.on('resize', ({ size }) => {
      if (size.cols === this.columns && size.rows === this.rows) return;
      this.columns = size.cols;
      this.rows = size.rows;
      thread.loop.dispatch(() => this.emit('resize'));
    });
  }

  getWindowSize(): [number, number] {
    return [this.columns, this.rows];
  }

  getColorDepth(env: Record<string, string | undefined> = environment()): number {
    return getColorDepth(env);
  }

  hasColors(count?: unknown, env?: Record<string, string | undefined>): boolean {
    const given = typeof count === 'object' && count !== null ? (count as typeof env) : env;
    return hasColors(this.getColorDepth(given), count);
  }

  cursorTo(x: unknown, y?: unknown, callback?: unknown): boolean {
    return cursorTo(this, x, y, callback);
  }

  moveCursor(dx: number, dy: number, callback?: () => void): boolean {
    return moveCursor(this, dx, dy, callback);
  }

  clearLine(direction: number, callback?: () => void): boolean {
    return clearLine(this, direction, callback);
  }

  clearScreenDown(callback?: () => void): boolean {
    return clearScreenDown(this, callback);
  }
}

function environment(): Record<string, string | undefined> {
  return (globalThis as unknown as { process: { env: Record<string, string> } }).process.env;
}

export function createOutput(thread: Thread, fd: 1 | 2, sink: Sink): StandardOutput {
  return isTerminal(thread, fd)
    ? new TerminalOutput(thread, fd, sink)
    : new StandardOutput(fd, sink);
}
