import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import { zip } from './zip.ts';

/** Reads an archive by its central directory, as the tools do. */
function unzip(archive: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(archive);
  const end = bytes.length - 22;
  assert.equal(bytes.readUInt32LE(end), 0x06054b50);
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50);
    const [crc, size] = [bytes.readUInt32LE(at + 16), bytes.readUInt32LE(at + 24)];
    const [length, local] = [bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    assert.equal(bytes.readUInt32LE(local), 0x04034b50);
    assert.equal(bytes.toString('utf8', local + 30, local + 30 + length), name);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    assert.equal(crc32(data), crc, `the checksum of ${name}`);
    files.set(name, data.toString('utf8'));
    at += 46 + length;
  }
  assert.equal(at, end);
  return files;
}

test('what was zipped is there, names and texts of any script and length', () => {
  const files = new Map([
    ['a/main.ts', 'console.log(1);\n'],
    ['a/leer', ''],
    ['a/ü/日本.txt', 'ä€😀'.repeat(1000)],
  ]);
  assert.deepEqual(unzip(zip(files)), files);
});

test('an archive of nothing is one', () => {
  assert.equal(unzip(zip(new Map())).size, 0);
});

test('equal files give equal archives', () => {
  const files = new Map([['x', 'y']]);
  assert.deepEqual(zip(files), zip(files));
});
