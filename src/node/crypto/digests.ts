/** The digests by the names that OpenSSL gives them; `@noble/hashes` computes them. */
import { blake2b, blake2s } from '@noble/hashes/blake2.js';
import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128, shake256 } from '@noble/hashes/sha3.js';
import type { CHash, CHashXOF, Hash, HashXOF } from '@noble/hashes/utils.js';
import { nodeError } from '../internal/errors.ts';

/** The digests of one length. */
const fixed: Readonly<Record<string, CHash>> = {
  blake2b512: blake2b,
  blake2s256: blake2s,
  md5,
  ripemd160,
  sha1,
  sha224,
  sha256,
  'sha3-224': sha3_224,
  'sha3-256': sha3_256,
  'sha3-384': sha3_384,
  'sha3-512': sha3_512,
  sha384,
  sha512,
  'sha512-224': sha512_224,
  'sha512-256': sha512_256,
};

/** Those whose length may be chosen, and the bytes that Node gives otherwise. */
const extendable: Readonly<Record<string, { make: CHashXOF; bytes: number }>> = {
  shake128: { make: shake128, bytes: 16 },
  shake256: { make: shake256, bytes: 32 },
};

export const digestNames: readonly string[] = Object.keys({ ...fixed, ...extendable }).sort();

/** What computes the digest of that name, if it has one length. Any case, and OpenSSL's aliases. */
export function findFixed(name: string): CHash | undefined {
  return own(fixed, plainName(name));
}

/**
 * A computation to which bytes are added.
 * @param length in bytes, where it is chosen
 * @returns undefined when there is no digest of that name
 * @throws ERR_OSSL_EVP_NOT_XOF_OR_INVALID_LENGTH when that digest has another length
 */
export function beginDigest(name: string, length?: number): Computation | undefined {
  const long = own(extendable, plainName(name));
  if (long) return new Computation(long.make.create(), length ?? long.bytes);
  const hash = findFixed(name);
  if (!hash) return undefined;
  if (length !== undefined && length !== hash.outputLen) {
    const why = 'error:030000B2:digital envelope routines::not XOF or invalid length';
    throw nodeError('ERR_OSSL_EVP_NOT_XOF_OR_INVALID_LENGTH', why);
  }
  return new Computation(hash.create());
}

/** A digest, or a keyed one, that is being computed. */
export class Computation {
  readonly #hash: Hash<never> | HashXOF<never>;
  readonly #length: number | undefined;

  /** @param length in bytes, of what has no length of its own */
  constructor(hash: object, length?: number) {
    this.#hash = hash as HashXOF<never>;
    this.#length = length;
  }

  update(bytes: Uint8Array): void {
    this.#hash.update(bytes);
  }

  /** May be called once. */
  finish(): Uint8Array {
    if (this.#length === undefined) return this.#hash.digest();
    return this.#length === 0
      ? new Uint8Array(0)
      : (this.#hash as HashXOF<never>).xof(this.#length);
  }

  copy(length = this.#length): Computation {
    return new Computation(this.#hash.clone(), length);
  }
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^rsa-/, '')
    .replace(/withrsaencryption$/, '')
    .replace(/^sha2?-(?=\d)/, 'sha')
    .replace(/^(ripemd|rmd160)$/, 'ripemd160');
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
