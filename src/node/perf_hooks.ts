/**
 * `node:perf_hooks`: the browser's User Timing on the thread's own clock, with what Node adds: observers
 * and their entries of functions are the engine's own (`internal/performance-entries.ts`). Of the
 * loop it knows when it began and how long it waited; of V8 nothing. Follows `lib/perf_hooks.js` and
 * `lib/internal/perf/*`.
 */

import { invalidArgType } from './internal/errors.ts';
import {
  createCreateHistogram,
  IntervalHistogram,
  RecordableHistogram,
} from './internal/histogram.ts';
import {
  createObservers,
  PerformanceNodeEntry,
  showEntries,
} from './internal/performance-entries.ts';
import type { Thread } from './internal/thread.ts';
import { createUserTiming } from './internal/user-timing.ts';
import { validateFunction, validateInteger, validateObject } from './internal/validators.ts';
import type { Timers } from './timers.ts';

/** Milliseconds, and their part of the whole. */
export interface Utilization {
  idle: number;
  active: number;
  utilization: number;
}

export interface PerfHooksOptions {
  thread: Thread;
  timers: Timers;
}

export function createPerfHooks({ thread, timers }: PerfHooksOptions) {
  const { loop } = thread;
  const now = (): number => thread.now();

  function eventLoopUtilization(one?: Utilization, other?: Utilization): Utilization {
    if (loop.loopStart < 0) return { idle: 0, active: 0, utilization: 0 };
    if (other) return share(toPart(one?.idle) - other.idle, toPart(one?.active) - other.active);
    const idle = loop.idleTime;
    const active = now() - loop.loopStart - idle;
    return one ? share(idle - one.idle, active - one.active) : share(idle, active);
  }

  const { performance } = globalThis;
  const { announce, hasObservers, ...observing } = createObservers({
    later: (callback) => void timers.setImmediate(callback),
    entriesOf: (type) => performance.getEntriesByType(type),
  });
  const timing = createUserTiming(now, announce);

  function timerify<F extends (...args: never[]) => unknown>(
    fn: F,
    options: { histogram?: RecordableHistogram } = {},
  ): F {
    validateFunction(fn, 'fn');
    validateObject(options, 'options');
    const { histogram } = options;
    if (histogram !== undefined && !(histogram instanceof RecordableHistogram)) {
      throw invalidArgType('options.histogram', 'RecordableHistogram', histogram);
    }
    const record = (startTime: number, detail: unknown[]): void => {
      const duration = now() - startTime;
      histogram?.record(Math.max(1, Math.ceil(duration * 1e6)));
      if (!hasObservers()) return;
      const { name } = fn;
      announce(
        new PerformanceNodeEntry({ name, entryType: 'function', startTime, duration, detail }),
      );
    };
    function timerified(this: unknown, ...args: never[]): unknown {
      const start = now();
      const result: unknown = new.target
        ? Reflect.construct(fn, args, fn)
        : Reflect.apply(fn, this, args);
      if (result instanceof Promise) return result.finally(() => record(start, args));
      record(start, args);
      return result;
    }
    return Object.defineProperties(timerified, {
      length: { value: fn.length, configurable: true, enumerable: true },
      name: { value: `timerified ${fn.name}`, configurable: true, enumerable: true },
    }) as unknown as F;
  }

  function monitorEventLoopDelay(options: { resolution?: number } = {}): IntervalHistogram {
    validateObject(options, 'options');
    const { resolution = 10 } = options;
    validateInteger(resolution, 'options.resolution', 1);
    return new IntervalHistogram(resolution, timers as never, now);
  }

  const milestones = createNodeTiming(loop, now);
  showEntries();
  Object.defineProperties(performance, {
    ...Object.fromEntries(Object.entries(timing).map(([name, value]) => [name, method(value)])),
    eventLoopUtilization: method(eventLoopUtilization),
    timerify: method(timerify),
    nodeTiming: { value: milestones, configurable: true, enumerable: true },
    toJSON: method(() => ({
      nodeTiming: milestones,
      timeOrigin: performance.timeOrigin,
      eventLoopUtilization: eventLoopUtilization(),
    })),
  });
  Object.defineProperties(globalThis, {
    PerformanceObserver: method(observing.PerformanceObserver),
    PerformanceObserverEntryList: method(observing.PerformanceObserverEntryList),
  });
  return {
    ...observing,
    Performance,
    PerformanceEntry,
    PerformanceMark,
    PerformanceMeasure,
    PerformanceResourceTiming,
    constants,
    createHistogram: createCreateHistogram(now),
    eventLoopUtilization,
    monitorEventLoopDelay,
    performance,
    timerify,
  };
}

/** Garbage collection's kinds and flags, as Node numbers them. */
const constants = Object.freeze({
  NODE_PERFORMANCE_GC_MAJOR: 4,
  NODE_PERFORMANCE_GC_MINOR: 1,
  NODE_PERFORMANCE_GC_MINOR_MARK_SWEEP: 2,
  NODE_PERFORMANCE_GC_INCREMENTAL: 8,
  NODE_PERFORMANCE_GC_WEAKCB: 16,
  NODE_PERFORMANCE_GC_FLAGS_NO: 0,
  NODE_PERFORMANCE_GC_FLAGS_CONSTRUCT_RETAINED: 2,
  NODE_PERFORMANCE_GC_FLAGS_FORCED: 4,
  NODE_PERFORMANCE_GC_FLAGS_SYNCHRONOUS_PHANTOM_PROCESSING: 8,
  NODE_PERFORMANCE_GC_FLAGS_ALL_AVAILABLE_GARBAGE: 16,
  NODE_PERFORMANCE_GC_FLAGS_ALL_EXTERNAL_MEMORY: 32,
  NODE_PERFORMANCE_GC_FLAGS_SCHEDULE_IDLE: 64,
});

function share(idle: number, active: number): Utilization {
  return { idle, active, utilization: active / (idle + active) };
}

function toPart(value: number | undefined): number {
  return value ?? Number.NaN;
}

function method(value: unknown): PropertyDescriptor {
  return { value, writable: true, configurable: true };
}

/** Milestones in milliseconds since the thread began, which is when the engine had been loaded. */
class PerformanceNodeTiming {
  toJSON(): object {
    return { ...this };
  }
}
Object.setPrototypeOf(PerformanceNodeTiming.prototype, PerformanceEntry.prototype);

function createNodeTiming(loop: Thread['loop'], now: () => number): PerformanceNodeTiming {
  const milestones = {
    name: 'node',
    entryType: 'node',
    startTime: 0,
    get duration() {
      return now();
    },
    nodeStart: 0,
    v8Start: 0,
    environment: 0,
    get loopStart() {
      return loop.loopStart;
    },
    loopExit: -1,
    bootstrapComplete: 0,
    get idleTime() {
      return loop.idleTime;
    },
  };
  const timing = new PerformanceNodeTiming();
  return Object.defineProperties(timing, Object.getOwnPropertyDescriptors(milestones));
}
