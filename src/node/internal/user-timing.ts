/** `performance.mark` and `measure` with Node's errors and defaults, on the thread's own clock. */
import { nodeError } from './errors.ts';

interface MeasureOptions {
  start?: unknown;
  end?: unknown;
  duration?: unknown;
  detail?: unknown;
}

/** @param announce is told of each entry */
export function createUserTiming(now: () => number, announce: (entry: unknown) => void) {
  const { performance } = globalThis;
  const { prototype } = Performance;
  const native = <Name extends 'mark' | 'measure' | 'getEntries'>(name: Name) =>
    prototype[name].bind(performance) as (...args: unknown[]) => unknown;
  const [mark, measure, getEntries] = [native('mark'), native('measure'), native('getEntries')];
  /** The browser's has besides how the thread's script came to be there. */
  const entries = (): PerformanceEntry[] =>
    (getEntries() as PerformanceEntry[]).filter(({ entryType }) =>
      /^mark|^measure/.test(entryType),
    );

  const boundary = (value: unknown): unknown => {
    if (typeof value === 'number') return value;
    const name = String(value);
    if (entries().some((entry) => entry.entryType === 'mark' && entry.name === name)) return name;
    throw new DOMException(`The "${name}" performance mark has not been set`, 'SyntaxError');
  };
  const told = <T>(entry: T): T => {
    announce(entry);
    return entry;
  };
  return {
    mark(...args: [name: unknown, options?: { startTime?: number; detail?: unknown }]): unknown {
      requireArgument(args, 'name');
      const { startTime = now(), detail = null } = args[1] ?? {};
      if (startTime < 0) {
        const message = `${startTime} is not a valid timestamp`;
        throw nodeError('ERR_PERFORMANCE_INVALID_TIMESTAMP', message, TypeError);
      }
      return told(mark(`${args[0]}`, { startTime, detail }));
    },
    measure(...args: [name: unknown, from?: unknown, endMark?: unknown]): unknown {
      requireArgument(args, 'name');
      const [name, from, endMark] = args;
      const isPlain = from === null || typeof from !== 'object';
      const given = (isPlain ? { start: from ?? undefined, end: endMark } : from) as MeasureOptions;
      if (!isPlain) checkMeasure(given, endMark);
      const { start, end, duration, detail = null } = given;
      const isBounded = start !== undefined || end !== undefined;
      const span: MeasureOptions = { detail };
      if (start !== undefined) span.start = boundary(start);
      if (end !== undefined) span.end = boundary(end);
      // Alone it says nothing: Node measures from the beginning until now.
      if (isBounded && duration !== undefined) span.duration = duration;
      else if (end === undefined) span.end = now();
      return told(measure(`${name}`, span));
    },
    getEntries: entries,
    getEntriesByName(...args: [name: unknown, type?: unknown]): PerformanceEntry[] {
      requireArgument(args, 'name');
      const [name, type] = args;
      const named = entries().filter((entry) => entry.name === `${name}`);
      return type === undefined ? named : named.filter((entry) => entry.entryType === type);
    },
    getEntriesByType(...args: [type: unknown]): PerformanceEntry[] {
      requireArgument(args, 'type');
      return entries().filter((entry) => entry.entryType === `${args[0]}`);
    },
  };
}

function requireArgument(args: readonly unknown[], name: string): void {
  if (args.length > 0) return;
  throw nodeError('ERR_MISSING_ARGS', `The "${name}" argument must be specified`, TypeError);
}

function checkMeasure({ start, end, duration }: MeasureOptions, endMark: unknown): void {
  const isOver = start !== undefined && end !== undefined && duration !== undefined;
  const problem = isOver
    ? 'Must not have options.start, options.end, and options.duration specified'
    : endMark !== undefined && 'endMark must not be specified';
  if (problem) throw nodeError('ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS', problem, TypeError);
}
