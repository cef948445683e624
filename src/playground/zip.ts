/**
 * Writes a ZIP archive of text files, stored without compression: a handful of small programs needs
 * none, and a library would weigh more than they do. Follows PKWARE's APPNOTE 6.3, sections 4.3.7
 * (local headers), 4.3.12 (central directory) and 4.3.16 (its end).
 */
const VERSION = 20;
/** General purpose bit 11: names are UTF-8. */
const UTF8 = 1 << 11;
/** Midnight of 1 January 1980, the earliest that the format knows: equal files give equal archives. */
const DATE = (1 << 5) | 1;

export function zip(files: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, text] of files) {
    const name = encoder.encode(path);
    const data = encoder.encode(text);
    const common = [VERSION, UTF8, 0, 0, DATE];
    const sizes = [crc32(data), data.length, data.length];
    const local = record(0x04034b50, common, sizes, [name.length, 0]);
    parts.push(local, name, data);
    const rest = [name.length, 0, 0, 0, 0];
    directory.push(record(0x02014b50, [VERSION, ...common], sizes, rest, [0, offset]), name);
    offset += local.length + name.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = files.size;
  return join([
    ...parts,
    ...directory,
    record(0x06054b50, [0, 0, count, count], [size, offset], [0]),
  ]);
}

/** Little-endian fields: a signature of four bytes, then groups of two and four bytes in turn. */
function record(signature: number, ...groups: number[][]): Uint8Array {
  const widths = groups.map((fields, index) => fields.length * (index % 2 === 0 ? 2 : 4));
  const view = new DataView(new ArrayBuffer(widths.reduce((sum, width) => sum + width, 4)));
  view.setUint32(0, signature, true);
  let at = 4;
  for (const [index, fields] of groups.entries()) {
    for (const field of fields) {
      if (index % 2 === 0) view.setUint16(at, field, true);
      else view.setUint32(at, field, true);
      at += index % 2 === 0 ? 2 : 4;
    }
  }
  return new Uint8Array(view.buffer);
}

function crc32(data: Uint8Array): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
