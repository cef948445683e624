/** `new console.Console(…)`: a console over a program's own streams. Follows `lib/internal/console/constructor.js`. */
import { type ConsoleStream, createConsole } from '../console.ts';
import type { EventEmitter } from '../events.ts';
import { nodeError } from './errors.ts';
import { validateInteger, validateObject, validateOneOf } from './validators.ts';

type Stream = Partial<EventEmitter> & {
  write(text: string, done?: (error?: unknown) => void): unknown;
  isTTY?: boolean;
  getColorDepth?: () => number;
  _writableState?: { errorEmitted: boolean };
};

export interface OwnConsoleOptions {
  stdout: Stream;
  stderr?: Stream;
  ignoreErrors?: boolean;
  colorMode?: boolean | 'auto';
  inspectOptions?: Record<string, unknown>;
  groupIndentation?: number;
}

export interface ConsoleHost {
  /** Milliseconds, for `console.time`. */
  now: () => number;
  warn: (message: string) => void;
  /** The thread's own console, which is an instance too. */
  isGlobal: (value: unknown) => boolean;
}

export function createConsoleClass({ now, warn, isGlobal }: ConsoleHost) {
  const made = new WeakSet<object>();

  function Console(this: object, ...args: unknown[]): unknown {
    if (!new.target) return Reflect.construct(Console, args);
    const options = toOptions(args);
    const { stdout, stderr, ignoreErrors, groupIndentation } = options;
    const own = createConsole({
      stdout: toConsoleStream(stdout, options),
      stderr: toConsoleStream(stderr, options),
      ...(groupIndentation !== undefined && { groupIndentation }),
      ...(options.inspectOptions && { inspectOptions: options.inspectOptions }),
      now,
      warn,
    });
    for (const [name, value] of Object.entries(own)) {
      const method = { value, writable: true, configurable: true, enumerable: true };
      // A subclass's own method stays.
      if (!(name in this)) Object.defineProperty(this, name, method);
    }
    const hidden = { _stdout: stdout, _stderr: stderr, _ignoreErrors: ignoreErrors };
    for (const [name, value] of Object.entries(hidden)) {
      Object.defineProperty(this, name, { value, writable: true, configurable: true });
    }
    made.add(this);
    return undefined;
  }
  Object.defineProperty(Console, Symbol.hasInstance, {
    value: (value: unknown) =>
      typeof value === 'object' && value !== null && (made.has(value) || isGlobal(value)),
  });
  return Console;
}

type Checked = OwnConsoleOptions & { stderr: Stream; ignoreErrors: boolean };

function toOptions(args: readonly unknown[]): Checked {
  const [first] = args;
  const isStream = typeof (first as Stream | undefined)?.write === 'function';
  const given = (
    isStream || first === undefined || first === null
      ? { stdout: first, stderr: args[1], ignoreErrors: args[2] }
      : first
  ) as OwnConsoleOptions;
  const { stdout, stderr = stdout, ignoreErrors = true, colorMode = 'auto' } = given;
  if (typeof stdout?.write !== 'function') throw notWritable('stdout');
  if (typeof stderr?.write !== 'function') throw notWritable('stderr');
  validateOneOf(colorMode, 'colorMode', ['auto', true, false]);
  if (given.groupIndentation !== undefined) {
    validateInteger(given.groupIndentation, 'groupIndentation', 0, 1000);
  }
  if (given.inspectOptions !== undefined) {
    validateObject(given.inspectOptions, 'options.inspectOptions');
    if (given.inspectOptions.colors !== undefined && given.colorMode !== undefined) {
      const message =
        'Option "options.inspectOptions.color" cannot be used in combination with option "colorMode"';
      throw nodeError('ERR_INCOMPATIBLE_OPTION_PAIR', message, TypeError);
    }
  }
  return { ...given, stdout, stderr, ignoreErrors, colorMode };
}

function notWritable(name: string): Error {
  const message = `Console expects a writable stream instance for ${name}`;
  return nodeError('ERR_CONSOLE_WRITABLE_STREAM', message, TypeError);
}

/** What of a stream tells of failures. */
interface Printed {
  _writableState?: { errorEmitted?: boolean };
  listenerCount?: (name: string) => number;
  once?: (name: string, listener: () => void) => unknown;
}

/** The stream will say so by an event, unless it has; with nobody listening that would be uncaught. */
export function expectFailure(stream: Printed, error: unknown): void {
  if (error === null || error === undefined || stream._writableState?.errorEmitted) return;
  if (stream.listenerCount?.('error') === 0) stream.once?.('error', () => undefined);
}

function toConsoleStream(stream: Stream, options: Checked): ConsoleStream {
  const { colorMode, ignoreErrors } = options;
  const ignore = (): void => undefined;
  return {
    get isTTY(): boolean {
      if (typeof colorMode === 'boolean') return colorMode;
      const depth = stream.getColorDepth?.() ?? 24;
      return stream.isTTY === true && depth > 2;
    },
    write(text: string): void {
      if (!ignoreErrors) {
        stream.write(text);
        return;
      }
      // What goes wrong with the stream, now or later, must not end the program that prints.
      stream.once?.('error', ignore);
      try {
        stream.write(text, (error) => expectFailure(stream, error));
      } finally {
        stream.removeListener?.('error', ignore);
      }
    },
    isStrict: !ignoreErrors,
  };
}
