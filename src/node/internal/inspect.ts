/** `util.inspect` for the engine's own messages and for `console`, loaded when a value needs it. */
import { part } from './parts.ts';

/** @returns `value` as `util.inspect` shows it */
export function inspect(value: unknown, options?: object): string {
  return part('inspect').inspect(value, options);
}

/** As `util.format`. */
export function format(...args: unknown[]): string {
  return formatWithOptions({}, ...args);
}

/** As `util.formatWithOptions`. Text alone, which most programs print, needs no inspection. */
export function formatWithOptions(options: object, ...args: unknown[]): string {
  const [first] = args;
  const isPlain = args.every((each) => typeof each === 'string');
  if (isPlain && (args.length < 2 || !String(first).includes('%'))) return args.join(' ');
  return part('inspect').formatWithOptions(options, ...args);
}
