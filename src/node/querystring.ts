/** `node:querystring`. Follows `lib/querystring.js`. */
import { nodeError } from './internal/errors.ts';

export interface QueryOptions {
  /** How many pairs are read; 0 for all. */
  maxKeys?: number;
  encodeURIComponent?: (text: string) => string;
  decodeURIComponent?: (text: string) => string;
}

type Query = Record<string, string | string[]>;

export function qsEscape(value: unknown): string {
  const text = typeof value === 'object' ? String(value) : `${value as string}`;
  return encodeURIComponent(text.isWellFormed() ? text : paired(text));
}

/**
 * Node takes what follows one half of a pair for the other half, whatever it is.
 * @throws where nothing follows
 */
function paired(text: string): string {
  let whole = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0xd800 || code > 0xdfff) {
      whole += text[at];
      continue;
    }
    at++;
    if (at >= text.length) throw nodeError('ERR_INVALID_URI', 'URI malformed', URIError);
    whole += String.fromCodePoint(
      0x10000 + (((code & 0x3ff) << 10) | (text.charCodeAt(at) & 0x3ff)),
    );
  }
  return whole;
}

/** As `decodeURIComponent`, and forgiving: what is no escape sequence stays. */
export function qsUnescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Malformed: each byte that can be decoded is.
    const bytes: number[] = [];
    const encoded = new TextEncoder().encode(text);
    for (let at = 0; at < encoded.length; at++) {
      const hex = /^%([\da-f]{2})/i.exec(String.fromCharCode(...encoded.subarray(at, at + 3)));
      bytes.push(hex ? Number.parseInt(hex[1] ?? '', 16) : (encoded[at] ?? 0));
      if (hex) at += 2;
    }
    return new TextDecoder().decode(Uint8Array.from(bytes));
  }
}

export function stringify(
  query: unknown,
  separator = '&',
  equals = '=',
  options: QueryOptions = {},
): string {
  const encode = options.encodeURIComponent ?? querystring.escape;
  if (query === null || typeof query !== 'object') return '';
  return Object.entries(query)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map(
        (each) => `${encode(name)}${equals}${encode(toText(each))}`,
      ),
    )
    .join(separator);
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : '';
}

export function parse(
  text: unknown,
  separator = '&',
  equals = '=',
  options: QueryOptions = {},
): Query {
  const query = Object.create(null) as Query;
  if (typeof text !== 'string' || text === '') return query;
  const decode = options.decodeURIComponent ?? querystring.unescape;
  const maxKeys = typeof options.maxKeys === 'number' ? options.maxKeys : 1000;
  const pairs = text.split(separator || '&').filter((pair) => pair !== '');
  for (const pair of maxKeys > 0 ? pairs.slice(0, maxKeys) : pairs) {
    const at = pair.indexOf(equals || '=');
    const end = at < 0 ? pair.length : at;
    const name = safely(decode, pair.slice(0, end));
    const value = at < 0 ? '' : safely(decode, pair.slice(at + (equals || '=').length));
    const known = query[name];
    if (known === undefined) query[name] = value;
    else if (Array.isArray(known)) known.push(value);
    else query[name] = [known, value];
  }
  return query;
}

function safely(decode: (text: string) => string, text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decode(spaced);
  } catch {
    // A decoder of the program's own failed; Node falls back to its own.
    return qsUnescape(spaced);
  }
}

/** Programs may exchange `escape` and `unescape`, which the other functions use. */
export const querystring = {
  unescape: qsUnescape,
  escape: qsEscape,
  stringify,
  encode: stringify,
  parse,
  decode: parse,
};
