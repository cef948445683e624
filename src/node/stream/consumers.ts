/** `node:stream/consumers`: the whole of a stream as one value. */
import { Buffer } from '../buffer.ts';

type Source = AsyncIterable<unknown> | Iterable<unknown>;

export async function buffer(source: Source): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of source) {
    parts.push(typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array));
  }
  return Buffer.concat(parts);
}

export async function arrayBuffer(source: Source): Promise<ArrayBuffer> {
  const whole = await buffer(source);
  return new Uint8Array(whole).buffer;
}

export async function bytes(source: Source): Promise<Uint8Array> {
  return new Uint8Array(await buffer(source));
}

export async function text(source: Source): Promise<string> {
  const decoder = new TextDecoder();
  let whole = '';
  for await (const chunk of source) {
    whole +=
      typeof chunk === 'string'
        ? chunk
        : decoder.decode(chunk as Uint8Array<ArrayBuffer>, { stream: true });
  }
  return whole + decoder.decode();
}

export async function json(source: Source): Promise<unknown> {
  return JSON.parse(await text(source)) as unknown;
}

export async function blob(source: Source): Promise<Blob> {
  const parts: BlobPart[] = [];
  for await (const chunk of source) parts.push(chunk as BlobPart);
  return new Blob(parts);
}
