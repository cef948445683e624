/**
 * Contents of files that grow. What is written piece by piece goes into memory with room to spare, so
 * that a thousand small writes do not copy the file a thousand times.
 */

/** Memory that was made here: behind what is used of it there are zeros, and nobody else's data. */
const ownMemory = new WeakSet<ArrayBufferLike>();
/** The most that is kept to spare, in bytes. */
const ROOM = 16 * 1024 * 1024;

/**
 * @param before is not to be used any more: its memory may be taken over
 * @returns `before` with `bytes` at `start`, and zeros where neither reaches
 */
export function placeBytes(before: Uint8Array, bytes: Uint8Array, start: number): Uint8Array {
  const length = Math.max(start + bytes.length, before.length);
  const whole = hasRoom(before, length)
    ? new Uint8Array(before.buffer, 0, length)
    : moved(before, length);
  whole.set(bytes, start);
  return whole;
}

/** The same bytes without room to spare, which would be copied along with them. */
export function withoutRoom(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}

function hasRoom({ buffer }: Uint8Array, length: number): boolean {
  return ownMemory.has(buffer) && length <= buffer.byteLength;
}

function moved(before: Uint8Array, length: number): Uint8Array {
  const room = Math.min(before.length, ROOM);
  const buffer = new ArrayBuffer(Math.max(length, before.length + room));
  ownMemory.add(buffer);
  const whole = new Uint8Array(buffer, 0, length);
  whole.set(before);
  return whole;
}
