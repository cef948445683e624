import { AsyncLocalStorage } from 'node:async_hooks';
import * as crypto from 'node:crypto';
import { promisify } from 'node:util';

console.log(crypto.pbkdf2Sync('password', 'salt', 1000, 40, 'sha512').toString('hex'));
console.log(crypto.pbkdf2Sync(Buffer.from('p'), new Uint8Array(3), 1, 4, 'SHA-256'));
console.log(crypto.scryptSync('password', 'salt', 32, { N: 1024 }).toString('hex'));
console.log(
  crypto.scryptSync('p', 's', 4, { cost: 2, blockSize: 1, parallelization: 2 }),
  crypto.scryptSync('p', 's', 0),
);
console.log(
  crypto.hkdfSync('sha256', 'key', 'salt', 'info', 20),
  crypto.hkdfSync('sha1', new ArrayBuffer(2), '', '', 3),
);

const ids = new Set(Array.from({ length: 1000 }, () => crypto.randomUUID()));
const v4 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
console.log(
  ids.size,
  [...ids].every((id) => v4.test(id)),
);
const early = crypto.randomUUIDv7();
await new Promise((resolve) => setTimeout(resolve, 5));
console.log(/-7[\da-f]{3}-[89ab]/.test(early), early < crypto.randomUUIDv7());

const drawn = Array.from({ length: 1000 }, () => crypto.randomInt(-2, 2));
console.log([...new Set(drawn)].sort((a, b) => a - b));
console.log(
  crypto.randomBytes(70_000).some((byte, at) => at > 65_536 && byte !== 0),
  crypto.randomBytes(0),
);
const shared = new Uint8Array(new SharedArrayBuffer(64));
console.log(
  crypto.randomFillSync(shared) === shared,
  shared.some((byte) => byte !== 0),
);
const numbers = new Uint32Array(100);
crypto.randomFillSync(numbers, 50);
console.log(numbers.slice(0, 50).some(Boolean), numbers.slice(50).some(Boolean));
console.log(crypto.timingSafeEqual(Buffer.from('ab'), new Uint8Array([97, 98])));
console.log(
  crypto.webcrypto.getRandomValues(new Uint8Array(3)).length,
  crypto.getRandomValues(new Uint8Array(2)).length,
);

const store = new AsyncLocalStorage();
await store.run('context', async () => {
  const key = await promisify(crypto.pbkdf2)('p', 's', 1, 8, 'sha256');
  console.log('then', key.toString('hex'), store.getStore());
  await new Promise((resolve) =>
    crypto.randomBytes(3, (error, bytes) => {
      console.log('bytes', error, bytes.length, store.getStore());
      resolve();
    }),
  );
  await new Promise((resolve) =>
    crypto.randomInt(3, (error, value) => {
      console.log('int', error, value < 3, store.getStore());
      resolve();
    }),
  );
});
crypto.scrypt('p', 's', 4, { N: 2 }, (error, key) => {
  console.log('scrypt', error, key);
  crypto.hkdf('md5', 'k', 's', 'i', 3, (failed, derived) => {
    console.log('hkdf', failed, derived);
    crypto.pbkdf2('p', 's', 1, 0, 'sha1', (reason, none) => console.log(reason?.message, none));
  });
});
console.log('asked');
process.nextTick(() => console.log('tick'));
