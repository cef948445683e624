/** `util.styleText`: text between the escape sequences of colours and styles. */

import { invalidArgType, invalidArgValue } from './errors.ts';
import { part } from './parts.ts';
import { getColorDepth } from './tty-output.ts';
import { validateBoolean, validateObject, validateOneOf, validateString } from './validators.ts';

export interface StyleTextOptions {
  validateStream?: boolean;
  stream?: unknown;
}

export interface ColorStream {
  isTTY?: boolean;
  getColorDepth?: () => number;
}

interface Style {
  open: string;
  close: string;
  /** Bold and dim end with the same sequence, so an inner end must not end the outer. */
  keepsClose: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @param stdout decides about colours where no stream is given */
export function styleText(
  format: unknown,
  text: unknown,
  options: StyleTextOptions | undefined,
  stdout: ColorStream,
  env: Environment,
): string {
  validateString(text, 'text');
  if (options !== undefined) validateObject(options, 'options');
  const validateStream = options?.validateStream ?? true;
  validateBoolean(validateStream, 'options.validateStream');
  const isPlain = validateStream && !shouldColorize(options?.stream ?? stdout, env);
  const styles = (Array.isArray(format) ? format : [format])
    .filter((each) => each !== 'none')
    .map(toStyle);
  if (isPlain) return text;
  let inner = text;
  for (const style of styles) inner = reopen(inner, style);
  const close = styles.reduce((all, style) => style.close + all, '');
  return `${styles.map((style) => style.open).join('')}${inner}${close}`;
}

/** `FORCE_COLOR` says so for every stream; without it a stream has colours if it is a terminal. */
export function shouldColorize(stream: unknown, env: Environment): boolean {
  const isStream =
    stream !== null &&
    typeof stream === 'object' &&
    ['write', 'on', 'getReader', 'getWriter', 'pipe'].some((name) => name in stream);
  if (!isStream) {
    throw invalidArgType('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  }
  if (env.FORCE_COLOR !== undefined) return getColorDepth(env) > 2;
  const { isTTY, getColorDepth: depthOf } = stream as ColorStream;
  if (isTTY !== true) return false;
  return typeof depthOf === 'function' ? depthOf.call(stream) > 2 : true;
}

function toStyle(format: unknown): Style {
  if (typeof format === 'string' && format.startsWith('#')) return hexStyle(format);
  const colors: Record<string, readonly [number, number] | undefined> = part('inspect').inspect
    .colors as never;
  const codes = colors[String(format)];
  if (!codes) {
    validateOneOf(format, 'format', Object.getOwnPropertyNames(colors));
    throw invalidArgValue('format', format);
  }
  const [open, close] = codes;
  return { open: `\x1b[${open}m`, close: `\x1b[${close}m`, keepsClose: open === 1 || open === 2 };
}

function hexStyle(format: string): Style {
  if (!/^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(format)) {
    throw invalidArgValue('format', format, 'must be a valid hex color (#RGB or #RRGGBB)');
  }
  const digits = format.length === 4 ? format.replace(/[\da-f]/gi, '$&$&') : format;
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  return { open: `\x1b[38;2;${red};${green};${blue}m`, close: '\x1b[39m', keepsClose: false };
}

/** Where an inner style ends, the outer one begins again. */
function reopen(text: string, { open, close, keepsClose }: Style): string {
  const pieces = text.split(close);
  const last = pieces.at(-1) === '' ? pieces.pop() : undefined;
  const joined = pieces.join(keepsClose ? close + open : open);
  return last === undefined ? joined : joined + close;
}
