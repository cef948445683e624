/** `util.inspect` for the engine's own messages and for `console`, loaded when a value needs it. */
import { apply, listOf } from '../../shared/intrinsics.ts';
import { loadedPart, part } from './parts.ts';

/** @returns `value` as `util.inspect` shows it */
export function inspect(value: unknown, options?: object): string {
  return part('inspect').inspect(value, options);
}

/** As `util.format`. */
export function format(...args: unknown[]): string {
  return formatWithOptions({}, ...args);
}

/** As `util.formatWithOptions`. Text and primitives, which most programs print, need no inspection. */
export function formatWithOptions(options: { colors?: boolean }, ...args: unknown[]): string {
  const plain = loadedPart('inspect') ? undefined : joinPlain(args, options.colors === true);
  if (plain !== undefined) return plain;
  const formatted = part('inspect').formatWithOptions as (...args: unknown[]) => string;
  return apply(formatted, undefined, listOf(options, args));
}

/** @returns nothing where an argument is no primitive, or where the first may be a format */
function joinPlain(args: readonly unknown[], colors: boolean): string | undefined {
  if (args.length > 1 && typeof args[0] === 'string' && args[0].includes('%')) return undefined;
  let shown = '';
  for (let at = 0; at < args.length; at++) {
    const each = args[at];
    const text = typeof each === 'string' ? each : showPrimitive(each, colors);
    if (text === undefined) return undefined;
    shown += at === 0 ? text : ` ${text}`;
  }
  return shown;
}

/** With the colours that `util.inspect` has until a program, having loaded it, changes them. */
function showPrimitive(value: unknown, colors: boolean): string | undefined {
  const paint = (text: string, on: number, off: number): string =>
    colors ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  if (value === undefined) return paint('undefined', 90, 39);
  if (value === null) return paint('null', 1, 22);
  switch (typeof value) {
    case 'number':
      return paint(Object.is(value, -0) ? '-0' : `${value}`, 33, 39);
    case 'bigint':
      return paint(`${value}n`, 33, 39);
    case 'boolean':
      return paint(`${value}`, 33, 39);
    default:
      return undefined;
  }
}
