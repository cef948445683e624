/** `node:console`. Prints as Node prints: `node-inspect-extracted` is Node's own `util.inspect`. */
import { apply, listOf, SafeMap } from '../shared/intrinsics.ts';
import { invalidArgType } from './internal/errors.ts';
import { formatWithOptions, inspect } from './internal/inspect.ts';
import { part } from './internal/parts.ts';

export interface ConsoleStream {
  write(text: string): unknown;
  isTTY?: boolean;
  /** What `write` throws is the program's to see. */
  isStrict?: boolean;
}

export interface ConsoleOptions {
  stdout: ConsoleStream;
  stderr?: ConsoleStream;
  groupIndentation?: number;
  /** For whatever is printed, as for `util.inspect`. */
  inspectOptions?: Record<string, unknown>;
  /** For `console.time`. */
  now: () => number;
  warn: (message: string) => void;
  /** Tells the `console.*` channels of `diagnostics_channel`. */
  publish?: (method: string, args: unknown[]) => void;
}

export type Console = ReturnType<typeof createConsole>;

export function createConsole(options: ConsoleOptions) {
  const {
    stdout,
    stderr = stdout,
    groupIndentation = 2,
    inspectOptions,
    now,
    warn,
    publish,
  } = options;
  const counts = new SafeMap<string, number>();
  const started = new SafeMap<string, number>();
  let indent = '';

  const optionsFor = (stream: ConsoleStream): object => ({
    colors: stream.isTTY === true,
    ...inspectOptions,
  });
  const print = (stream: ConsoleStream, args: unknown[]): void => {
    const given = listOf(optionsFor(stream), args);
    const text = apply(formatWithOptions as (...args: unknown[]) => string, undefined, given);
    const lines = indent === '' ? text : `${indent}${text.replaceAll('\n', `\n${indent}`)}`;
    try {
      stream.write(`${lines}\n`);
    } catch (error) {
      // As in Node, printing never throws, except where the stack is too deep to go on.
      if (stream.isStrict || isOverflow(error)) throw error;
    }
  };
  const elapsed = (label: string, method: string): string | undefined => {
    const start = started.get(label);
    if (start === undefined) warn(`No such label '${label}' for console.${method}()`);
    return start === undefined ? undefined : formatTime(now() - start);
  };

  const log = (...args: unknown[]): void => print(stdout, args);
  const error = (...args: unknown[]): void => print(stderr, args);

  return {
    log(...args: unknown[]): void {
      publish?.('log', args);
      print(stdout, args);
    },
    info(...args: unknown[]): void {
      publish?.('info', args);
      print(stdout, args);
    },
    debug(...args: unknown[]): void {
      publish?.('debug', args);
      print(stdout, args);
    },
    error(...args: unknown[]): void {
      publish?.('error', args);
      print(stderr, args);
    },
    warn(...args: unknown[]): void {
      publish?.('warn', args);
      print(stderr, args);
    },
    dirxml(...args: unknown[]): void {
      print(stdout, args);
    },
    dir(value: unknown, given: object = {}): void {
      print(stdout, [
        inspect(value, {
          customInspect: false,
          ...optionsFor(stdout),
          ...given,
        }),
      ]);
    },
    table(data: unknown, columns?: readonly string[]): void {
      if (columns !== undefined && !Array.isArray(columns)) {
        throw invalidArgType('properties', 'Array', columns);
      }
      const table = part('inspect').formatTable(data, columns, optionsFor(stdout));
      print(stdout, [table ?? data]);
    },
    assert(condition: unknown, ...args: unknown[]): void {
      if (condition) return;
      const [first, ...rest] = args;
      if (typeof first === 'string') error(`Assertion failed: ${first}`, ...rest);
      else error(`Assertion failed${args.length === 0 ? '' : ':'}`, ...args);
    },
    trace(...args: unknown[]): void {
      const trace = new Error(formatWithOptions({}, ...args));
      trace.name = 'Trace';
      (Error as { captureStackTrace?: (target: object) => void }).captureStackTrace?.(trace);
      error(trace.stack);
    },
    clear(): void {
      if (stdout.isTTY === true) stdout.write('\u001b[1;1H\u001b[0J');
    },
    count(label: unknown = 'default'): void {
      const name = `${label}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      log(`${name}: ${counts.get(name)}`);
    },
    countReset(label: unknown = 'default'): void {
      if (!counts.delete(`${label}`)) warn(`Count for '${label}' does not exist`);
    },
    time(label: unknown = 'default'): void {
      const name = String(label);
      if (started.has(name)) warn(`Label '${name}' already exists for console.time()`);
      else started.set(name, now());
    },
    timeEnd(label: unknown = 'default'): void {
      const time = elapsed(String(label), 'timeEnd');
      if (time !== undefined) log(`${String(label)}: ${time}`);
      started.delete(String(label));
    },
    timeLog(label: unknown = 'default', ...args: unknown[]): void {
      const time = elapsed(String(label), 'timeLog');
      if (time !== undefined) log(`${String(label)}: ${time}`, ...args);
    },
    group(...args: unknown[]): void {
      if (args.length > 0) log(...args);
      indent += ' '.repeat(groupIndentation);
    },
    groupCollapsed(...args: unknown[]): void {
      this.group(...args);
    },
    groupEnd(): void {
      indent = indent.slice(groupIndentation);
    },
  };
}

function isOverflow(error: unknown): boolean {
  return error instanceof Error && /stack size|too much recursion/.test(error.message);
}

/** `1.234ms`, `1.234s`, `1:02.345 (m:ss.mmm)`: as `lib/internal/util/debuglog.js` shows times. */
export function formatTime(milliseconds: number): string {
  if (milliseconds < 1000) return `${Number(milliseconds.toFixed(3))}ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(3)}s`;
  const minutes = Math.floor(seconds / 60);
  const rest = (seconds % 60).toFixed(3).padStart(6, '0');
  if (minutes < 60) return `${minutes}:${rest} (m:ss.mmm)`;
  const hours = Math.floor(minutes / 60);
  return `${hours}:${String(minutes % 60).padStart(2, '0')}:${rest.slice(0, 2)} (h:mm:ss)`;
}
