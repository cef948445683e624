/**
 * `node:crypto`, as far as programs about concurrency ask for it: digests, random numbers and keys
 * from passwords. What enciphers or signs is not there (`support.ts`).
 */
import type { Buffer } from './buffer.ts';
import { Bytes } from './crypto/bytes.ts';
import { createHashes } from './crypto/hash.ts';
import { createKeyDerivation } from './crypto/key-derivation.ts';
import { createRandom, timingSafeEqual } from './crypto/random.ts';
import { IoQueue } from './internal/io-queue.ts';
import type { Thread } from './internal/thread.ts';
import type { stream } from './stream.ts';

export interface CryptoOptions {
  thread: Thread;
  stream: typeof stream;
  Buffer: typeof Buffer;
}

export function createCrypto({ thread, stream, Buffer }: CryptoOptions): object {
  const { loop, context } = thread;
  const bytes = new Bytes(Buffer);
  const queue = new IoQueue(loop);
  const later = (work: () => unknown, done: CallableFunction): void =>
    queue.run(work, context.bind(done as never));
  const tick = (callback: () => void): void => loop.tick(context.bind(callback as never));
  return {
    ...createHashes(stream, bytes),
    ...createKeyDerivation({ bytes, later }),
    ...createRandom({ bytes, later, tick }),
    timingSafeEqual,
    getFips: () => 0,
    webcrypto: globalThis.crypto,
  };
}
