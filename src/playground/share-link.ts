/**
 * A program in the fragment of an address, which browsers send to no server. What a link says comes
 * from a stranger: every limit is checked while it is read, and nothing of it is believed.
 *
 * The fragment is `#code=1.` and the deflated JSON in base64url. `1` is the format's version.
 */
import type { Edits } from './program.ts';
import { canStart, Workspace } from './workspace.ts';

export const FRAGMENT = '#code=';
const VERSION = '1.';

/** Longer addresses are cut or refused on their way, by mail programs and messengers first. */
export const MAX_LINK = 32_000;
/** Deflate can pack a gigabyte into a link: unpacking stops here. */
export const MAX_TEXT = 256 * 1024;
const MAX_FILES = 24;

export interface SharedCode {
  /** Names the program that was changed: `threads/lock/main`, `playground/blank`. */
  key: string;
  /** Hash of the original that it was made from. */
  original: string;
  /** Every file of the program, changed or not. */
  files: Edits;
  /** The file to start. */
  entry: string;
}

/** @throws {Error} with the limit, when the program is too large for a link */
export async function toFragment(shared: SharedCode): Promise<string> {
  const packed = await pack(new TextEncoder().encode(JSON.stringify(shared)));
  const fragment = `${FRAGMENT}${VERSION}${toBase64Url(packed)}`;
  if (fragment.length <= MAX_LINK) return fragment;
  throw new Error(
    `This program makes a link of ${count(fragment.length)} characters; links of more than ` +
      `${count(MAX_LINK)} are cut on their way. Export it as an archive instead.`,
  );
}

/**
 * @param fragment with its `#`
 * @throws {Error} in words for the reader, when it is damaged, too large or not what it should be
 */
export async function fromFragment(fragment: string): Promise<SharedCode> {
  if (fragment.length > MAX_LINK) {
    throw new Error(
      `This link has ${count(fragment.length)} characters; at most ${count(MAX_LINK)} are opened.`,
    );
  }
  const packed = fromBase64Url(fragment.slice(FRAGMENT.length + VERSION.length));
  if (!fragment.startsWith(FRAGMENT + VERSION) || packed === undefined) throw damaged();
  const text = await unpack(packed);
  return checked(parse(text));
}

function damaged(cause?: unknown): Error {
  return new Error(
    'This link is damaged: the code in it cannot be read. Copy the whole link, or ask for it again.',
    { cause },
  );
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}

async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let text = '';
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > MAX_TEXT) break;
      text += decoder.decode(next.value, { stream: true });
    }
    if (size <= MAX_TEXT) return text + decoder.decode();
  } catch (error) {
    throw damaged(error);
  }
  // What is left unread is never unpacked.
  await reader.cancel();
  throw new Error(
    `This link unpacks to more than ${count(MAX_TEXT / 1024)} kB, so it was not opened.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damaged(error);
  }
}

function checked(value: unknown): SharedCode {
  const isRecord = typeof value === 'object' && value !== null;
  if (
    !isRecord ||
    !('files' in value && 'key' in value && 'original' in value && 'entry' in value)
  ) {
    throw damaged();
  }
  const { key, original, entry, files } = value;
  const isWhole = typeof key === 'string' && typeof original === 'string';
  if (!isWhole || typeof entry !== 'string' || typeof files !== 'object' || files === null) {
    throw damaged();
  }
  const texts = checkedFiles(files);
  if (!Object.hasOwn(texts, entry) || !canStart(entry)) throw damaged();
  return { key, original, entry, files: texts };
}

/** Names are held to what the playground lets a reader type: no `..`, no absolute path. */
function checkedFiles(files: object): Record<string, string> {
  const entries = Object.entries(files);
  if (entries.length === 0 || entries.length > MAX_FILES) {
    throw new Error(
      `This link has ${entries.length} files; between 1 and ${MAX_FILES} can be opened.`,
    );
  }
  const taken = new Workspace({ files: {}, entry: '' });
  for (const [name, text] of entries) {
    if (typeof text !== 'string') throw damaged();
    const isUsable = taken.nameProblem(name) === undefined && !name.includes('__proto__');
    if (!isUsable) {
      const shown = JSON.stringify(name.slice(0, 40));
      throw new Error(`This link has a file called ${shown}, which no program may have here.`);
    }
    taken.write(name, text);
  }
  return Object.fromEntries(taken.files);
}

function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined;
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
  } catch {
    return undefined; // Not base64: the caller says that the link is damaged.
  }
}
