/**
 * Keys from passwords and from other keys. Follows `lib/internal/crypto/{pbkdf2,scrypt,hkdf}.js`; the
 * computing is that of `@noble/hashes`. Node computes the forms with a callback in its thread pool;
 * here this thread does, in a later turn of its loop.
 */
import { hkdf as deriveByHkdf } from '@noble/hashes/hkdf.js';
import { pbkdf2 as deriveByPbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt as deriveByScrypt } from '@noble/hashes/scrypt.js';
import { nodeError, outOfRange } from '../internal/errors.ts';
import { validateFunction, validateInteger, validateString } from '../internal/validators.ts';
import type { Bytes } from './bytes.ts';
import { fixedDigest } from './hash.ts';
import type { RandomOptions } from './random.ts';

type Derive = () => Uint8Array | ArrayBuffer;

const LARGEST = 2 ** 31 - 1;
const LARGEST_UNSIGNED = 2 ** 32 - 1;
const SECRETS = ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'];
const SALTS = ['ArrayBuffer', 'TypedArray', 'DataView', 'Buffer'];
/** Bytes that `scrypt` may use, unless the program says so. */
const MEMORY = 32 * 1024 * 1024;

export function createKeyDerivation({ bytes, later }: Pick<RandomOptions, 'bytes' | 'later'>) {
  /** The form with a callback. */
  const withCallback = (derive: Derive, callback: unknown): void =>
    later(derive, callback as CallableFunction);

  return {
    pbkdf2(
      password: unknown,
      salt: unknown,
      iterations: unknown,
      length: unknown,
      ...rest: unknown[]
    ) {
      const [digest, callback] = typeof rest[0] === 'function' ? [undefined, rest[0]] : rest;
      const derive = pbkdf2(bytes, password, salt, iterations, length, digest);
      validateFunction(callback, 'callback');
      withCallback(derive, callback);
    },
    pbkdf2Sync: (
      password: unknown,
      salt: unknown,
      iterations: unknown,
      length: unknown,
      digest: unknown,
    ) => pbkdf2(bytes, password, salt, iterations, length, digest)(),
    scrypt(password: unknown, salt: unknown, length: unknown, ...rest: unknown[]) {
      const [options, callback] = rest[1] === undefined ? [undefined, rest[0]] : rest;
      const derive = scrypt(bytes, password, salt, length, options);
      validateFunction(callback, 'callback');
      withCallback(derive, callback);
    },
    scryptSync: (password: unknown, salt: unknown, length: unknown, options?: unknown) =>
      scrypt(bytes, password, salt, length, options)(),
    hkdf(
      digest: unknown,
      key: unknown,
      salt: unknown,
      info: unknown,
      length: unknown,
      callback: unknown,
    ) {
      const derive = hkdf(bytes, digest, key, salt, info, length);
      validateFunction(callback, 'callback');
      withCallback(derive, callback);
    },
    hkdfSync: (digest: unknown, key: unknown, salt: unknown, info: unknown, length: unknown) =>
      hkdf(bytes, digest, key, salt, info, length)(),
  };
}

function pbkdf2(
  bytes: Bytes,
  password: unknown,
  salt: unknown,
  iterations: unknown,
  length: unknown,
  digest: unknown,
): Derive {
  validateString(digest, 'digest');
  const secret = bytes.of(password, 'password', { classes: SECRETS });
  const salted = bytes.of(salt, 'salt', { classes: SECRETS });
  validateInteger(iterations, 'iterations', 1, LARGEST);
  validateInteger(length, 'keylen', 0, LARGEST);
  const hash = fixedDigest(digest);
  if (length === 0) return failToDerive;
  return () => bytes.buffer(deriveByPbkdf2(hash, secret, salted, { c: iterations, dkLen: length }));
}

function scrypt(
  bytes: Bytes,
  password: unknown,
  salt: unknown,
  length: unknown,
  options: unknown,
): Derive {
  const secret = bytes.of(password, 'password', { classes: SECRETS });
  const salted = bytes.of(salt, 'salt', { classes: SECRETS });
  validateInteger(length, 'keylen', 0, LARGEST);
  const { N, r, p, maxmem } = readCosts(options);
  if (N < 2 || (N & (N - 1)) !== 0) throw invalidCosts();
  if (128 * r * p + 128 * r * (N + 2) > maxmem) {
    throw invalidCosts(': error:030000AC:digital envelope routines::memory limit exceeded');
  }
  if (length === 0) return () => bytes.buffer(new Uint8Array(0));
  // The limit of Node has been kept; the library's own counts a little otherwise.
  const costs = { N, r, p, dkLen: length, maxmem: maxmem + 2 ** 20 };
  return () => bytes.buffer(deriveByScrypt(secret, salted, costs));
}

interface Costs {
  N: number;
  r: number;
  p: number;
  maxmem: number;
}

/** Each cost may be given by its letter or by its name. */
function readCosts(options: unknown): Costs {
  const given = (options ?? {}) as Record<string, unknown>;
  const read = (letter: string, name: string, otherwise: number): number => {
    const [short, long] = [given[letter], given[name]];
    if (short !== undefined && long !== undefined) {
      const message = `Option "${letter}" cannot be used in combination with option "${name}"`;
      throw nodeError('ERR_INCOMPATIBLE_OPTION_PAIR', message, TypeError);
    }
    const value = short ?? long;
    if (value === undefined) return otherwise;
    validateInteger(value, short === undefined ? name : letter, 0, LARGEST_UNSIGNED);
    return value || otherwise;
  };
  const N = read('N', 'cost', 16_384);
  const r = read('r', 'blockSize', 8);
  const p = read('p', 'parallelization', 1);
  const { maxmem = MEMORY } = given;
  validateInteger(maxmem, 'maxmem', 0);
  return { N, r, p, maxmem: maxmem || MEMORY };
}

function invalidCosts(why = ''): Error {
  return nodeError('ERR_CRYPTO_INVALID_SCRYPT_PARAMS', `Invalid scrypt params${why}`, RangeError);
}

function hkdf(
  bytes: Bytes,
  digest: unknown,
  key: unknown,
  salt: unknown,
  info: unknown,
  length: unknown,
): Derive {
  validateString(digest, 'digest');
  const secret = bytes.of(key, 'ikm', { classes: ['SecretKeyObject', ...SALTS] });
  const salted = bytes.of(salt, 'salt', { classes: SALTS });
  const context = bytes.of(info, 'info', { classes: SALTS });
  validateInteger(length, 'length', 0);
  if (context.length > 1024) {
    throw outOfRange('info', 'must not contain more than 1024 bytes', context.length);
  }
  const hash = fixedDigest(digest);
  if (length > 255 * hash.outputLen) {
    throw nodeError('ERR_CRYPTO_INVALID_KEYLEN', 'Invalid key length', RangeError);
  }
  if (length === 0) return failToDerive;
  return () => deriveByHkdf(hash, secret, salted, context, length).buffer as ArrayBuffer;
}

/** What OpenSSL answers when no bytes are asked for. */
function failToDerive(): never {
  throw new Error('Deriving bits failed');
}
