/**
 * `process.stdout` and `process.stderr`: writes are synchronous, as Node's are on a terminal or a
 * pipe of Linux, and block while the reader is behind.
 */
import { type Done, Writable } from '../stream.ts';
import { expectFailure } from './console-class.ts';
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
import { OutputState } from './worker-sink.ts';

/** Takes what is written; false says that its reader has gone. */
export type Sink = (bytes: string | Uint8Array) => boolean;

export class StandardOutput extends Writable {
  readonly fd: 1 | 2;
  declare readonly isTTY?: boolean;
  /** As in Node, these are never closed: other parts of the program write there. */
  readonly _isStdio = true;
  readonly #thread: Thread;
  readonly #sink: Sink;

  constructor(thread: Thread, fd: 1 | 2, sink: Sink) {
    super({ decodeStrings: false, emitClose: false });
    this.#thread = thread;
    this.fd = fd;
    this.#sink = sink;
  }

  override _write(chunk: unknown, encoding: string, done: Done): void {
    const isEncoded = typeof chunk === 'string' && encoding !== 'utf8' && encoding !== 'utf-8';
    const bytes = isEncoded ? encodeText(chunk, encodingOf(encoding)) : (chunk as string);
    done(this.#sink(bytes) ? null : brokenPipe());
  }

  /** As the console does: that nobody reads it any more is no failure of who prints. */
  print(text: string | Uint8Array): void {
    this.write(text, (error: unknown) => expectFailure(this, error));
  }

  /** Whoever reads has taken all that was written. */
  onTaken(): void {
    // Writing waits for the reader here.
  }

  override _destroy(error: Error | null, done: Done): void {
    done(error);
    (this as unknown as { _undestroy(): void })._undestroy();
    this.#thread.loop.tick(() => this.emit('close'));
  }
}

function brokenPipe(): Error {
  return Object.assign(new Error('write EPIPE'), { errno: -32, code: 'EPIPE', syscall: 'write' });
}

/** Of a worker whose parent asked for it: full when the parent has not taken what was written. */
class PipedOutput extends StandardOutput {
  declare readonly writableHighWaterMark: number;
  declare readonly _writableState: { needDrain: boolean };
  readonly #state: OutputState;
  #needsDrain = false;

  constructor(thread: Thread, fd: 1 | 2, sink: Sink, state: OutputState) {
    super(thread, fd, sink);
    this.#state = state;
  }

  override write(...args: Parameters<StandardOutput['write']>): boolean {
    const isGood = super.write(...args) || this._writableState.needDrain;
    // What is written has left at once; that it has arrived is what the program waits for.
    this._writableState.needDrain = false;
    return isGood && !this.#needsDrain;
  }

  override _write(chunk: string | Uint8Array, encoding: string, done: Done): void {
    // Counted before it leaves: the parent may have taken it before this returns.
    const behind = this.#state.onTheWay(this.fd) + chunk.length;
    this.#needsDrain ||= behind >= this.writableHighWaterMark;
    super._write(chunk, encoding, done);
  }

  override onTaken(): void {
    if (!this.#needsDrain) return;
    this.#needsDrain = false;
    this.emit('drain');
  }
}

export class TerminalOutput extends StandardOutput {
  override readonly isTTY = true;
  columns: number;
  rows: number;

  constructor(thread: Thread, fd: 1 | 2, sink: Sink) {
    super(thread, fd, sink);
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
  const { payload } = thread;
  if (payload.kind === 'worker' && payload.stdio[fd === 1 ? 'stdout' : 'stderr']) {
    return new PipedOutput(thread, fd, sink, new OutputState(payload.stdio.state));
  }
  return isTerminal(thread, fd)
    ? new TerminalOutput(thread, fd, sink)
    : new StandardOutput(thread, fd, sink);
}
