/** What `writeFile` of `node:fs/promises` takes beside bytes and text: pieces, now or in time. */
import { Buffer } from '../buffer.ts';
import { stopIfAborted, toOptions } from './arguments.ts';
import type { Later } from './file-handle.ts';
import type { Operations } from './operations.ts';

export type Pieces = AsyncIterable<unknown> | Iterable<unknown>;

export function isPieces(data: unknown): data is Pieces {
  if (data === null || typeof data !== 'object' || ArrayBuffer.isView(data)) return false;
  return Symbol.asyncIterator in data || Symbol.iterator in data;
}

export interface PiecesTarget {
  /** A descriptor, which stays open, or a path. */
  file: unknown;
  /** How a path is opened where the options do not say. */
  flag: string;
  operations: Operations;
  later: Later;
}

export async function writePieces(
  { file, flag, operations, later }: PiecesTarget,
  pieces: Pieces,
  options: unknown,
): Promise<void> {
  const given = toOptions(options, { encoding: 'utf8' });
  stopIfAborted(given.signal);
  const descriptor =
    typeof file === 'number'
      ? file
      : await later(() => operations.open(file, given.flag ?? flag, given.mode ?? 0o666));
  try {
    stopIfAborted(given.signal);
    for await (const piece of pieces) {
      stopIfAborted(given.signal);
      const bytes = ArrayBuffer.isView(piece) ? piece : bytesOf(piece, given.encoding);
      await later(() => operations.write(descriptor, bytes));
    }
  } finally {
    if (descriptor !== file) await later(() => operations.close(descriptor));
  }
}

function bytesOf(piece: unknown, encoding: string | null | undefined): Buffer {
  return Buffer.from(piece as string, encoding ?? 'utf8');
}
