/** `fs.createReadStream` and `fs.createWriteStream`: Node's streams over the asynchronous forms. */
import { Buffer } from '../buffer.ts';
import { Readable, Writable } from '../stream.ts';
import { toOptions, toPath } from './arguments.ts';
import type { Operations } from './operations.ts';

type Done = (error?: Error | null) => void;
type Run = (work: () => unknown, done: (error: unknown, value?: unknown) => void) => void;

const CHUNK = 65_536;

export function createFileStreams(operations: Operations, run: Run) {
  /** @returns a stream's options, by an encoding or an object */
  const open = (
    stream: { fd: number | null; path?: unknown; emit(name: string, ...args: unknown[]): unknown },
    flags: unknown,
    mode: unknown,
    done: Done,
  ): void =>
    run(operations.open(stream.path, flags, mode), (error, descriptor) => {
      if (error) return done(error as Error);
      stream.fd = descriptor as number;
      done();
      stream.emit('open', descriptor);
      stream.emit('ready');
    });
  const close = (stream: { fd: number | null }, error: Error | null, done: Done): void => {
    if (stream.fd === null) return done(error);
    const descriptor = stream.fd;
    stream.fd = null;
    run(operations.close(descriptor), (failure) => done(error ?? (failure as Error | null)));
  };

  function createReadStream(path: unknown, options?: unknown) {
    const given = toOptions(options) as Record<string, unknown>;
    const end = (given.end as number | undefined) ?? Number.POSITIVE_INFINITY;
    let position = given.start as number | undefined;
    const stream: InstanceType<typeof Readable> & ReadState = Object.assign(
      new Readable({
        highWaterMark: CHUNK,
        emitClose: true,
        ...given,
        construct: (done: Done) =>
          stream.fd === null ? open(stream, given.flags ?? 'r', given.mode, done) : done(),
        read(size: number) {
          const left = end - (position ?? stream.bytesRead) + 1;
          const length = Math.min(size, left);
          if (length <= 0) return void stream.push(null);
          const chunk = Buffer.alloc(length);
          const work = operations.read(stream.fd, chunk, 0, length, position ?? null);
          run(work, (error, count) => {
            if (error) return void stream.destroy(error as Error);
            const bytes = count as number;
            stream.bytesRead += bytes;
            if (position !== undefined) position += bytes;
            stream.push(bytes === 0 ? null : chunk.subarray(0, bytes));
          });
        },
        destroy: (error: Error | null, done: Done) => close(stream, error, done),
      }),
      { fd: (given.fd as number | undefined) ?? null, path: toPath(path), bytesRead: 0 },
    );
    return stream;
  }

  function createWriteStream(path: unknown, options?: unknown) {
    const given = toOptions(options) as Record<string, unknown>;
    let position = given.start as number | undefined;
    const flags = given.flags ?? (position === undefined ? 'w' : 'r+');
    const stream: InstanceType<typeof Writable> & WriteState = Object.assign(
      new Writable({
        emitClose: true,
        ...given,
        decodeStrings: true,
        construct: (done: Done) =>
          stream.fd === null ? open(stream, flags, given.mode, done) : done(),
        write(chunk: Uint8Array, _encoding: string, done: Done) {
          run(operations.write(stream.fd, chunk, 0, chunk.length, position ?? null), (error) => {
            if (error) return done(error as Error);
            stream.bytesWritten += chunk.length;
            if (position !== undefined) position += chunk.length;
            done();
          });
        },
        destroy: (error: Error | null, done: Done) => close(stream, error, done),
      }),
      { fd: (given.fd as number | undefined) ?? null, path: toPath(path), bytesWritten: 0 },
    );
    return stream;
  }

  return { createReadStream, createWriteStream };
}

interface ReadState {
  fd: number | null;
  path: string;
  bytesRead: number;
}

interface WriteState {
  fd: number | null;
  path: string;
  bytesWritten: number;
}
