/** Digests and keyed digests, as streams too. Follows `lib/internal/crypto/hash.js`. */
import { hmac } from '@noble/hashes/hmac.js';
import { invalidArgValue, nodeError } from '../internal/errors.ts';
import { validateNumber, validateString } from '../internal/validators.ts';
import type { stream } from '../stream.ts';
import type { Bytes } from './bytes.ts';
import { beginDigest, Computation, digestNames, findFixed } from './digests.ts';

interface HashOptions {
  outputEncoding?: unknown;
  outputLength?: unknown;
  encoding?: unknown;
}

const KEYS = ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView', 'KeyObject', 'CryptoKey'];

/** Over the thread's own streams: programs compare their classes. */
export function createHashes({ Transform }: typeof stream, bytes: Bytes) {
  class Hash extends Transform {
    readonly #computation: Computation;
    /** What the stream has given, which may be asked for once more. */
    #given: Uint8Array | undefined;
    #isDone = false;

    constructor(algorithm: unknown, options?: HashOptions) {
      super((options ?? {}) as object);
      this.#computation = algorithm instanceof Computation ? algorithm : begin(algorithm, options);
    }

    update(data: unknown, encoding?: unknown): this {
      this.#mustBeOpen();
      this.#computation.update(bytes.of(data, 'data', { encoding }));
      return this;
    }

    digest(encoding?: unknown): unknown {
      this.#mustBeOpen();
      this.#isDone = true;
      return bytes.encode(this.#given ?? this.#computation.finish(), encoding);
    }

    copy(options?: HashOptions): Hash {
      this.#mustBeOpen();
      return new Hash(this.#computation.copy(lengthOf(options)), options);
    }

    _transform(chunk: unknown, encoding: string, done: () => void): void {
      this.#computation.update(bytes.of(chunk, 'chunk', { encoding }));
      done();
    }

    _flush(done: () => void): void {
      this.#given = this.#computation.finish();
      this.push(bytes.encode(this.#given, undefined));
      done();
    }

    #mustBeOpen(): void {
      if (this.#isDone) throw finalized();
    }
  }

  class Hmac extends Transform {
    readonly #computation: Computation;
    #isDone = false;

    constructor(algorithm: unknown, key: unknown, options?: HashOptions) {
      super((options ?? {}) as object);
      validateString(algorithm, 'hmac');
      const secret = bytes.of(key, 'key', { encoding: options?.encoding, classes: KEYS });
      this.#computation = new Computation(hmac.create(fixedDigest(algorithm), secret));
    }

    update(data: unknown, encoding?: unknown): this {
      if (this.#isDone) throw finalized();
      this.#computation.update(bytes.of(data, 'data', { encoding }));
      return this;
    }

    /** Empty the second time. */
    digest(encoding?: unknown): unknown {
      const given = this.#isDone ? new Uint8Array(0) : this.#computation.finish();
      this.#isDone = true;
      return bytes.encode(given, encoding);
    }

    _transform(chunk: unknown, encoding: string, done: () => void): void {
      this.#computation.update(bytes.of(chunk, 'chunk', { encoding }));
      done();
    }

    _flush(done: () => void): void {
      this.push(this.digest());
      done();
    }
  }

  /** The digest of `input` at once. */
  function hash(algorithm: unknown, input: unknown, how: unknown = 'hex'): unknown {
    validateString(algorithm, 'algorithm');
    const data = bytes.of(input, 'input');
    const options = typeof how === 'object' && how !== null ? (how as HashOptions) : undefined;
    const encoding = options ? (options.outputEncoding ?? 'hex') : how;
    validateString(encoding, 'outputEncoding');
    if (encoding !== 'buffer' && !bytes.isEncoding(encoding)) {
      throw invalidArgValue('outputEncoding', encoding);
    }
    const computation = beginDigest(algorithm, lengthOf(options));
    if (!computation) throw new Error(`Digest method ${algorithm} is not supported`);
    computation.update(data);
    return bytes.encode(computation.finish(), encoding);
  }

  return {
    Hash: callable(Hash),
    Hmac: callable(Hmac),
    createHash: (algorithm: unknown, options?: HashOptions) => new Hash(algorithm, options),
    createHmac: (algorithm: unknown, key: unknown, options?: HashOptions) =>
      new Hmac(algorithm, key, options),
    getHashes: () => [...digestNames],
    hash,
  };
}

/** A class that makes an instance without `new` too. */
function callable<T extends new (...args: never[]) => object>(Class: T): T {
  return new Proxy(Class, { apply: (_, __, args) => Reflect.construct(Class, args) });
}

/** @throws ERR_CRYPTO_INVALID_DIGEST unless there is such a digest, of one length */
export function fixedDigest(name: string) {
  const hash = findFixed(name);
  if (hash) return hash;
  throw nodeError('ERR_CRYPTO_INVALID_DIGEST', `Invalid digest: ${name}`, TypeError);
}

function begin(algorithm: unknown, options: HashOptions | undefined): Computation {
  validateString(algorithm, 'algorithm');
  const computation = beginDigest(algorithm, lengthOf(options));
  if (computation) return computation;
  throw new Error('Digest method not supported');
}

function lengthOf(options: HashOptions | undefined): number | undefined {
  const length = options?.outputLength;
  if (length === undefined) return undefined;
  validateNumber(length, 'options.outputLength', 0, 2 ** 32 - 1);
  return length;
}

function finalized(): Error {
  return nodeError('ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
}
