/** Reading and writing at a descriptor: the operations that tell how many bytes were moved. */
import { Buffer } from '../buffer.ts';
import { invalidArgType } from '../internal/errors.ts';
import { validateInteger, validateObject } from '../internal/validators.ts';
import {
  toBytes,
  toDescriptor,
  toPosition,
  toReadRange,
  toViews,
  toWriteRange,
} from './arguments.ts';
import type { Calls } from './calls.ts';

export function createTransfers({ call, readInput, writeAll }: Calls) {
  const readInto = (descriptor: number, target: Uint8Array, position: number | null): number => {
    const { length } = target;
    const bytes =
      descriptor === 0
        ? readInput(length)
        : (call({ op: 'read', descriptor, length, position }) as Uint8Array);
    target.set(bytes);
    return bytes.length;
  };

  return {
    read(fd: unknown, buffer: unknown, ...rest: unknown[]) {
      const descriptor = toDescriptor(fd);
      if (!ArrayBuffer.isView(buffer)) {
        throw invalidArgType('buffer', ['Buffer', 'TypedArray', 'DataView'], buffer);
      }
      const { start, size, position } = toReadRange(buffer, readPlace(rest));
      const target = new Uint8Array(buffer.buffer, buffer.byteOffset + start, size);
      return (): number => (size === 0 ? 0 : readInto(descriptor, target, position));
    },
    readv(fd: unknown, buffers: unknown, position?: unknown) {
      const descriptor = toDescriptor(fd);
      const views = toViews(buffers);
      let at = toPosition(position);
      return (): number => {
        let total = 0;
        for (const view of views) {
          const count = readInto(descriptor, view, at);
          total += count;
          if (at !== null) at += count;
          if (count < view.length) break;
        }
        return total;
      };
    },
    write(fd: unknown, data: unknown, ...rest: unknown[]) {
      const descriptor = toDescriptor(fd);
      if (typeof data === 'string') {
        const bytes = toBytes(data, rest[1]);
        const position = toPosition(rest[0]);
        return (): number => writeAll(descriptor, bytes, position);
      }
      if (!ArrayBuffer.isView(data)) {
        throw invalidArgType('buffer', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
      }
      const { start, size, position } = toWriteRange(data, placeOf(rest));
      const bytes = toBytes(new Uint8Array(data.buffer, data.byteOffset + start, size), undefined);
      return (): number => writeAll(descriptor, bytes, position);
    },
    writev(fd: unknown, buffers: unknown, position?: unknown) {
      const descriptor = toDescriptor(fd);
      const views = toViews(buffers);
      const at = toPosition(position);
      return (): number => writeAll(descriptor, new Uint8Array(Buffer.concat(views)), at);
    },
  };
}

export interface Place {
  offset?: unknown;
  length?: unknown;
  position?: unknown;
}

/** `offset, length, position`, or an object of them. */
function placeOf([first, length, position]: unknown[]): Place {
  if (first !== null && typeof first === 'object') return first as Place;
  return { offset: first, length, position };
}

/** As `placeOf`; a single argument has to be the object, and of several none may be left out. */
function readPlace(rest: unknown[]): Place {
  const [first] = rest;
  if (rest.length > 1) {
    const { length = 0, ...place } = placeOf(rest);
    return { length, ...place };
  }
  if (first !== undefined && first !== null) validateObject(first, 'options');
  return (first ?? {}) as Place;
}

/** `fs.read(fd)` and `fs.read(fd, options)`: where nothing to read into is given, there is a new one. */
export function readArguments(args: unknown[]): unknown[] {
  const [descriptor, options = {}] = args;
  if (args.length > 2 || ArrayBuffer.isView(options)) return args;
  validateInteger(descriptor, 'fd', 0, 2 ** 31 - 1);
  if (options !== null) validateObject(options, 'options');
  const { buffer = Buffer.alloc(16_384) } = (options ?? {}) as { buffer?: unknown };
  return [descriptor, buffer, options];
}
