/** The same calls on the engine's `node:buffer` and on that of the Node which runs this test. */
import assert from 'node:assert/strict';
import * as real from 'node:buffer';
import * as decoding from 'node:string_decoder';
import { test } from 'node:test';
import { inspect } from 'node:util';
import * as ours from './buffer.ts';
import { StringDecoder } from './string_decoder.ts';

type Sample = (B: typeof real.Buffer) => unknown;

const samples: Record<string, Sample> = {
  'from text': (B) =>
    ['héllo €𝄞', '', '\ud800x'].flatMap((text) =>
      (['utf8', 'utf16le', 'latin1', 'ascii', 'hex', 'base64', 'base64url'] as const).map((e) => [
        ...B.from(text, e),
      ]),
    ),
  'to text': (B) =>
    (['utf8', 'ucs2', 'binary', 'ascii', 'hex', 'base64', 'base64url'] as const).map((e) =>
      B.from([0xe2, 0x82, 0xac, 0xff, 0xfe, 0, 65, 0x80]).toString(e),
    ),
  'lenient base64': (B) =>
    ['YWJj', 'YW Jj\n', 'YWI=', 'YWI', '-_-_', 'a', 'YQ==YQ=='].map((t) => B.from(t, 'base64')),
  'hex stops at what is no digit': (B) =>
    ['616', 'zz', '61zz62', '6162'].map((t) => B.from(t, 'hex')),
  'from other things': (B) => [
    B.from([1, 256, -1, 2.7]),
    B.from(B.from('abc')),
    B.from(new Uint16Array([1, 258])),
    B.from(new Uint8Array([1, 2, 3]).buffer, 1, 1),
    B.from(new SharedArrayBuffer(2)),
    B.from({ length: 2, 0: 5, 1: 6 } as never),
    B.from(JSON.parse(JSON.stringify(B.from('json')))),
    B.from(new String('boxed') as never),
    B.of(1, 2, 3),
  ],
  printing: (B) => [
    inspect(B.from('ab')),
    inspect(B.alloc(60)),
    inspect({ b: B.alloc(0) }),
    String(B.from('text')),
    JSON.stringify(B.from('a')),
  ],
  'slices share memory': (B) => {
    const whole = B.from('abcdef');
    const part = whole.subarray(1, 3);
    part[0] = 90;
    return [
      whole,
      part,
      whole.slice(-2),
      B.isBuffer(part),
      part instanceof Uint8Array,
      B.from('abc').map((x) => x + 1),
    ];
  },
  'concat and compare': (B) => [
    B.concat([B.from('ab'), new Uint8Array([99])]),
    B.concat([B.from('abc')], 2),
    B.concat([B.from('abc')], 5),
    B.compare(B.from('a'), B.from('b')),
    B.from('b').compare(B.from('ab'), 1),
    B.from('a').equals(new Uint8Array([97])),
  ],
  searching: (B) => {
    const b = B.from('this is a buffer, this');
    return [
      b.indexOf('is'),
      b.indexOf('is', 4),
      b.indexOf(98),
      b.indexOf(B.from('buffer')),
      b.indexOf('zz'),
      b.lastIndexOf('this'),
      b.lastIndexOf('this', -5),
      b.includes('a b'),
      b.indexOf('', 3),
      b.indexOf('is', -3),
      b.indexOf('6973', 'hex' as never),
      b.lastIndexOf(''),
      b.indexOf('t', 100),
      b.lastIndexOf('t', 0),
    ];
  },
  'write and fill': (B) => {
    const b = B.alloc(8, '-');
    return [
      b.write('€€', 4),
      b.write('ab', 1),
      b.write('ffff', 0, 1, 'hex'),
      b.write('xyz', 6),
      b,
      B.alloc(5, 'abc'),
      B.alloc(4, 'YQ==', 'base64'),
      B.alloc(3).fill(257),
      B.alloc(4).fill('€'),
      B.alloc(6).fill('é', 1, 4),
      B.alloc(3).fill(''),
    ];
  },
  copying: (B) => {
    const b = B.alloc(5, '.');
    return [
      B.from('abcdef').copy(b, 2, 1),
      b,
      B.from('xyz').copy(b, 9),
      B.from('q').copy(b),
      b,
      B.copyBytesFrom(new Uint16Array([1, 2, 3]), 1, 1),
    ];
  },
  numbers: (B) => {
    const b = B.alloc(16);
    return [
      b.writeInt32LE(-5, 0),
      b.readInt32LE(0),
      b.readUInt32BE(0),
      b.writeUInt16BE(65535, 4),
      b.readInt16BE(4),
      b.writeDoubleLE(1.5, 8),
      b.readDoubleLE(8),
      b.writeFloatBE(0.1, 4),
      b.readFloatBE(4),
      b.writeBigInt64BE(-2n, 0),
      b.readBigUInt64BE(0),
      b.writeIntBE(-123456, 0, 6),
      b.readIntBE(0, 6),
      b.writeUIntLE(0x123456, 0, 3),
      b.readUIntLE(0, 3),
      b.readUint8(0),
      b.writeInt8(-1),
      b.swap16(),
      b,
    ];
  },
  sizes: (B) => [
    B.byteLength('€'),
    B.byteLength('YWI=', 'base64'),
    B.byteLength(new ArrayBuffer(3)),
    B.isEncoding('UTF-8'),
    B.isEncoding('nope'),
    B.poolSize,
  ],
};

const mistakes: Record<string, Sample> = {
  'from a number': (B) => B.from(5 as never),
  'from null': (B) => B.from(null as never),
  'from an object': (B) => B.from({} as never),
  'unknown encoding': (B) => B.from('a', 'nope' as never),
  'to an unknown encoding': (B) => B.from('a').toString('nope' as never),
  'negative size': (B) => B.alloc(-1),
  'size of a wrong type': (B) => B.alloc('5' as never),
  'concat of no list': (B) => B.concat('a' as never),
  'concat of no buffers': (B) => B.concat(['a'] as never),
  'reading past the end': (B) => B.alloc(2).readUInt16LE(1),
  'reading from too little': (B) => B.alloc(1).readUInt32LE(0),
  'reading at a fraction': (B) => B.alloc(8).readInt8(0.5),
  'reading at text': (B) => B.alloc(8).readInt8('0' as never),
  'writing too large a byte': (B) => B.alloc(8).writeUInt8(256),
  'writing too large a word': (B) => B.alloc(8).writeInt16LE(40_000),
  'writing too large a number': (B) => B.alloc(8).writeInt32LE(2 ** 40),
  'writing a negative': (B) => B.alloc(8).writeUInt32BE(-1),
  'writing too large a bigint': (B) => B.alloc(8).writeBigUInt64LE(2n ** 65n),
  'a size of seven bytes': (B) => B.alloc(8).readUIntLE(0, 7),
  'equals text': (B) => B.from('a').equals('a' as never),
  'compare with text': (B) => B.compare(B.from('a'), 'a' as never),
  'copy to text': (B) => B.from('a').copy('a' as never),
  'write a number': (B) => B.from('a').write(5 as never),
  'write outside': (B) => B.from('a').write('a', 5),
  'search for an object': (B) => B.from('a').indexOf({} as never),
  'swap of odd length': (B) => B.from('abc').swap16(),
  'byte length of a number': (B) => B.byteLength(5 as never),
  'offset outside memory': (B) => B.from(new ArrayBuffer(1), 2),
  'length outside memory': (B) => B.from(new ArrayBuffer(1), 0, 2),
};

const told = (value: unknown): string => inspect(value, { depth: 5, maxArrayLength: 500 });

for (const [name, sample] of Object.entries(samples)) {
  test(`buffers do as Node's: ${name}`, () => {
    assert.equal(told(sample(ours.Buffer as never)), told(sample(real.Buffer)));
  });
}

for (const [name, mistake] of Object.entries(mistakes)) {
  test(`buffers refuse as Node's: ${name}`, () => {
    const attempt = (B: typeof real.Buffer): unknown => {
      try {
        return mistake(B);
      } catch (error) {
        const { code, name, message } = error as Error & { code?: string };
        return { code, name, message };
      }
    };
    assert.deepEqual(attempt(ours.Buffer as never), attempt(real.Buffer));
  });
}

test('transcode, isUtf8 and isAscii answer as in Node', () => {
  const story = (b: typeof real): unknown => [
    told(b.transcode(b.Buffer.from('€é'), 'utf8', 'latin1')),
    told(b.transcode(b.Buffer.from('é'), 'utf8', 'utf16le')),
    b.isUtf8(new Uint8Array([0xff])),
    b.isAscii(new Uint8Array([65])),
  ];
  assert.deepEqual(story(ours as never), story(real));
});

test('a decoder never tears a character, wherever the pieces end', () => {
  const bytes = Buffer.from('aé€𝄞\ud800', 'utf8');
  const broken = Buffer.from([0xe2, 0x82, 0x41, 0xf0, 0x90, 0xed, 0xa0, 0x80, 0xc3]);
  const wide = Buffer.from('a𝄞b', 'utf16le');
  for (const encoding of ['utf8', 'utf16le', 'base64', 'hex', 'latin1'] as const) {
    for (const input of [bytes, broken, wide]) {
      // Byte by byte, Node's own decoder tears surrogate pairs of UTF-16.
      for (let size = encoding === 'utf16le' ? 2 : 1; size < 5; size++) {
        const story = (decoder: { write(b: Buffer): string; end(): string }): string[] => {
          const parts: string[] = [];
          for (let at = 0; at < input.length; at += size) {
            parts.push(decoder.write(input.subarray(at, at + size)));
          }
          return [...parts, decoder.end()];
        };
        const expected = story(new decoding.StringDecoder(encoding));
        assert.deepEqual(story(new StringDecoder(encoding)), expected, `${encoding} by ${size}`);
      }
    }
  }
});
