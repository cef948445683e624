import { createHash, createHmac, getHashes, Hash, Hmac, hash } from 'node:crypto';

const names = [
  'blake2b512',
  'blake2s256',
  'md5',
  'ripemd160',
  'sha1',
  'sha224',
  'sha256',
  'sha3-224',
  'sha3-256',
  'sha3-384',
  'sha3-512',
  'sha384',
  'sha512',
  'sha512-224',
  'sha512-256',
];
for (const name of names) {
  const long = createHash(name).update('concurrency '.repeat(100)).digest('hex');
  const keyed = createHmac(name, 'key').update('a').update(Buffer.from('b')).digest('base64');
  console.log(name, getHashes().includes(name), hash(name, 'abc'), long, keyed);
}
for (const name of ['SHA256', 'SHA-256', 'RSA-SHA256', 'sha256WithRSAEncryption', 'rmd160']) {
  console.log(name, createHash(name).update('a').digest('base64url'));
}
for (const outputLength of [undefined, 0, 3, 100]) {
  console.log(
    'shake',
    outputLength,
    createHash('shake128', { outputLength }).update('a').digest('hex'),
  );
  console.log('shake', outputLength, createHash('shake256', { outputLength }).digest('hex'));
}
console.log(
  hash('shake128', 'a', { outputLength: 4 }),
  createHash('sha1', { outputLength: 20 }).digest('hex'),
);

const half = createHash('sha1').update('half');
const other = half.copy().update('other');
console.log(half.update('this').digest('hex'), other.digest('hex'));
console.log(createHash('shake128').update('x').copy({ outputLength: 2 }).digest('hex'));
console.log(
  createHash('md5').update('ff', 'hex').update('é', 'latin1').update('x', 'nope').digest('latin1')
    .length,
);
console.log(
  createHash('md5')
    .update(new Uint16Array([1, 2]))
    .update(new DataView(new ArrayBuffer(3)))
    .digest(),
);
console.log(createHash('md5').digest('nope'), createHash('md5').digest('buffer'));
console.log(
  createHmac('md5', '00ff', { encoding: 'hex' }).digest('hex'),
  createHmac('md5', new ArrayBuffer(2)).digest('hex'),
);
const keyed = createHmac('md5', 'key');
console.log(keyed.digest('hex'), [keyed.digest('hex')], keyed.digest());

const hashed = createHash('sha1');
console.log(
  hashed instanceof Hash,
  hashed.constructor === Hash,
  createHmac('md5', '') instanceof Hmac,
);
hashed.on('end', () => console.log('once more', hashed.digest('hex')));
hashed.on('data', (bytes) => console.log('stream', bytes));
hashed.write('ab');
hashed.end('c');
const text = createHmac('sha256', 'key');
text.setEncoding('hex');
text.on('data', (chunk) => console.log('keyed stream', chunk));
text.end('abc');
