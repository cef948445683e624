/** What the output streams of a terminal have beside writing: size, colours and cursor control. */
import type { Writable } from '../stream.ts';
import { invalidArgType, invalidArgValue, nodeError } from './errors.ts';
import { validateFunction } from './validators.ts';

const CSI = '\x1b[';
type Callback = (error?: Error | null) => void;

/** Follows `lib/internal/readline/callbacks.js`. */
export function cursorTo(stream: Writable, x: unknown, y?: unknown, callback?: unknown): boolean {
  const done = (typeof y === 'function' ? y : callback) as Callback | undefined;
  const row = typeof y === 'function' ? undefined : y;
  if (done !== undefined) validateFunction(done, 'callback');
  if (Number.isNaN(x)) throw invalidArgValue('x', x);
  if (Number.isNaN(row)) throw invalidArgValue('y', row);
  if (typeof x !== 'number' && typeof row === 'number') {
    throw nodeError(
      'ERR_INVALID_CURSOR_POS',
      'Cannot set cursor row without setting its column',
      TypeError,
    );
  }
  if (typeof x !== 'number') return later(stream, '', done);
  const place = typeof row === 'number' ? `${row + 1};${x + 1}H` : `${x + 1}G`;
  return later(stream, CSI + place, done);
}

export function moveCursor(stream: Writable, dx: number, dy: number, callback?: Callback): boolean {
  if (callback !== undefined) validateFunction(callback, 'callback');
  const across = dx < 0 ? `${CSI}${-dx}D` : dx > 0 ? `${CSI}${dx}C` : '';
  const down = dy < 0 ? `${CSI}${-dy}A` : dy > 0 ? `${CSI}${dy}B` : '';
  return later(stream, across + down, callback);
}

/** @param direction -1: to the left of the cursor; 1: to its right; 0: the whole line */
export function clearLine(stream: Writable, direction: number, callback?: Callback): boolean {
  if (callback !== undefined) validateFunction(callback, 'callback');
  return later(stream, `${CSI}${direction < 0 ? 1 : direction > 0 ? 0 : 2}K`, callback);
}

export function clearScreenDown(stream: Writable, callback?: Callback): boolean {
  if (callback !== undefined) validateFunction(callback, 'callback');
  return later(stream, `${CSI}0J`, callback);
}

function later(stream: Writable | null | undefined, text: string, done?: Callback): boolean {
  if (stream && text !== '') return stream.write(text, done);
  if (done) queueMicrotask(() => done(null));
  return true;
}

/** Bits of colour that the environment asks for, or the page's terminal shows: 24. */
export function getColorDepth(env: Record<string, string | undefined>): number {
  const forced: Record<string, number> = { '': 4, '1': 4, true: 4, '2': 8, '3': 24 };
  if (env.FORCE_COLOR !== undefined) return forced[env.FORCE_COLOR] ?? 1;
  if (env.NO_COLOR !== undefined || env.NODE_DISABLE_COLORS !== undefined || env.TERM === 'dumb')
    return 1;
  return 24;
}

export function hasColors(depth: number, count: unknown): boolean {
  const wanted = count === undefined || typeof count === 'object' ? 16 : count;
  if (typeof wanted !== 'number') throw invalidArgType('count', 'integer', wanted);
  return wanted <= 2 ** depth;
}
