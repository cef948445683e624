import * as crypto from 'node:crypto';

const finished = crypto.createHash('md5');
finished.digest();
const actions = {
  unknown: () => crypto.createHash('nope'),
  number: () => crypto.createHash(5),
  nothing: () => crypto.createHash('md5').update(),
  buffer: () => crypto.createHash('md5').update(new ArrayBuffer(1)),
  twice: () => finished.digest(),
  late: () => finished.update('x'),
  copied: () => finished.copy(),
  length: () => crypto.createHash('shake128', { outputLength: '8' }),
  fixed: () => crypto.createHash('sha256', { outputLength: 8 }),
  hmac: () => crypto.createHmac('nope', 'k'),
  'hmac name': () => crypto.createHmac(5, 'k'),
  'hmac key': () => crypto.createHmac('md5'),
  'hmac data': () => crypto.createHmac('md5', 'k').update(1),
  'hash name': () => crypto.hash('nope', ''),
  'hash data': () => crypto.hash('md5', 5),
  'hash encoding': () => crypto.hash('md5', '', 'nope'),
  'bytes text': () => crypto.randomBytes('4'),
  'bytes negative': () => crypto.randomBytes(-1),
  'bytes many': () => crypto.randomBytes(2 ** 31),
  'bytes callback': () => crypto.randomBytes(1, 5),
  'int none': () => crypto.randomInt(0),
  'int fraction': () => crypto.randomInt(1.5),
  'int order': () => crypto.randomInt(5, 2),
  'int range': () => crypto.randomInt(0, 2 ** 48 + 1),
  'int callback': () => crypto.randomInt(1, 3, 5),
  'uuid options': () => crypto.randomUUID(5),
  'uuid cache': () => crypto.randomUUID({ disableEntropyCache: 1 }),
  'fill text': () => crypto.randomFillSync('x'),
  'fill offset': () => crypto.randomFillSync(new Uint8Array(4), 5),
  'fill offset text': () => crypto.randomFillSync(new Uint8Array(4), '1'),
  'fill size': () => crypto.randomFillSync(new Uint8Array(4), 2, 5),
  'fill size negative': () => crypto.randomFillSync(new Uint8Array(4), 1, -1),
  'fill callback': () => crypto.randomFill(new Uint8Array(2)),
  'equal length': () => crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('ab')),
  'equal text': () => crypto.timingSafeEqual('a', Buffer.from('ab')),
  'equal number': () => crypto.timingSafeEqual(Buffer.from('ab'), 5),
  'pbkdf2 digest': () => crypto.pbkdf2Sync('p', 's', 1, 8, 'nope'),
  'pbkdf2 no digest': () => crypto.pbkdf2Sync('p', 's', 1, 8),
  'pbkdf2 iterations': () => crypto.pbkdf2Sync('p', 's', 0, 8, 'sha1'),
  'pbkdf2 length': () => crypto.pbkdf2Sync('p', 's', 1, -1, 'sha1'),
  'pbkdf2 password': () => crypto.pbkdf2Sync(5, 's', 1, 8, 'sha1'),
  'pbkdf2 callback': () => crypto.pbkdf2('p', 's', 1, 8, 'sha1'),
  'pbkdf2 nothing': () => crypto.pbkdf2Sync('p', 's', 1, 0, 'sha1'),
  'scrypt cost': () => crypto.scryptSync('p', 's', 8, { N: 3 }),
  'scrypt one': () => crypto.scryptSync('p', 's', 8, { N: 1 }),
  'scrypt negative': () => crypto.scryptSync('p', 's', 8, { N: -2 }),
  'scrypt memory': () => crypto.scryptSync('p', 's', 8, { N: 2 ** 20 }),
  'scrypt pair': () => crypto.scryptSync('p', 's', 8, { N: 2, cost: 2 }),
  'scrypt callback': () => crypto.scrypt('p', 's', 8, {}),
  'hkdf digest': () => crypto.hkdfSync('nope', 'k', 's', 'i', 8),
  'hkdf key': () => crypto.hkdfSync('md5', 5, 's', 'i', 8),
  'hkdf salt': () => crypto.hkdfSync('md5', 'k', 5, 'i', 8),
  'hkdf long': () => crypto.hkdfSync('sha256', 'k', 's', 'i', 8161),
  'hkdf info': () => crypto.hkdfSync('md5', 'k', 's', 'i'.repeat(1025), 8),
  'hkdf length': () => crypto.hkdfSync('md5', 'k', 's', 'i', -1),
  'hkdf callback': () => crypto.hkdf('md5', 'k', 's', 'i', 8),
};
for (const [name, act] of Object.entries(actions)) {
  try {
    console.log(name, 'gave', act());
  } catch (error) {
    console.log(`${name}: ${error.name} ${error.code} ${error.message}`);
  }
}
