/** `node:diagnostics_channel`. Follows `lib/diagnostics_channel.js`; one registry for each thread. */
import { SafeMap } from '../shared/intrinsics.ts';
import { invalidArgType } from './internal/errors.ts';
import { validateFunction } from './internal/validators.ts';

type Name = string | symbol;
type Subscriber = (message: unknown, name: Name) => void;
type Transform = (data: unknown) => unknown;
interface Store {
  run<T>(value: unknown, action: () => T): T;
}
type Action = (this: unknown, ...args: never[]) => unknown;

export interface DiagnosticsOptions {
  /** Reports what a subscriber throws, as an uncaught exception of a later tick. */
  report: (error: unknown) => void;
}

const phases = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'] as const;
type Phases = Record<(typeof phases)[number], Channel>;

export class Channel {
  readonly name: Name;
  readonly #report: (error: unknown) => void;
  #subscribers: Subscriber[] = [];
  readonly #stores = new SafeMap<Store, Transform | undefined>();

  constructor(name: Name, report: (error: unknown) => void) {
    this.name = name;
    this.#report = report;
  }

  get hasSubscribers(): boolean {
    return this.#subscribers.length > 0 || this.#stores.size > 0;
  }

  subscribe(subscriber: Subscriber): void {
    validateFunction(subscriber, 'subscription');
    this.#subscribers = [...this.#subscribers, subscriber];
  }

  unsubscribe(subscriber: Subscriber): boolean {
    const index = this.#subscribers.indexOf(subscriber);
    if (index >= 0) this.#subscribers = this.#subscribers.toSpliced(index, 1);
    return index >= 0;
  }

  bindStore(store: Store, transform?: Transform): void {
    this.#stores.set(store, transform);
  }

  unbindStore(store: Store): boolean {
    return this.#stores.delete(store);
  }

  publish(message: unknown): void {
    for (const subscriber of this.#subscribers) this.#guard(() => subscriber(message, this.name));
  }

  runStores(data: unknown, action: Action, thisArg?: unknown, ...args: never[]): unknown {
    let run = (): unknown => {
      this.publish(data);
      return Reflect.apply(action, thisArg, args);
    };
    for (const [store, transform] of this.#stores) {
      const next = run;
      run = () => {
        let value: unknown = data;
        let isReady = true;
        if (transform) {
          isReady = this.#guard(() => {
            value = transform(data);
          });
        }
        return isReady ? store.run(value, next) : next();
      };
    }
    return run();
  }

  #guard(action: () => void): boolean {
    try {
      action();
      return true;
    } catch (error) {
      this.#report(error);
      return false;
    }
  }
}

export class TracingChannel {
  declare readonly start: Channel;
  declare readonly end: Channel;
  declare readonly asyncStart: Channel;
  declare readonly asyncEnd: Channel;
  declare readonly error: Channel;

  constructor(channels: Phases) {
    Object.assign(this, channels);
  }

  get hasSubscribers(): boolean {
    return phases.some((phase) => this[phase].hasSubscribers);
  }

  subscribe(handlers: Partial<Record<(typeof phases)[number], Subscriber>>): void {
    for (const phase of phases) {
      const handler = handlers[phase];
      if (handler) this[phase].subscribe(handler);
    }
  }

  unsubscribe(handlers: Partial<Record<(typeof phases)[number], Subscriber>>): boolean {
    const given = phases.filter((phase) => handlers[phase]);
    const results = given.map((phase) => this[phase].unsubscribe(handlers[phase] as Subscriber));
    return results.every(Boolean);
  }

  traceSync(fn: Action, context: object = {}, thisArg?: unknown, ...args: never[]): unknown {
    if (!this.hasSubscribers) return Reflect.apply(fn, thisArg, args);
    return this.start.runStores(context, () => {
      try {
        const result = Reflect.apply(fn, thisArg, args);
        Object.assign(context, { result });
        return result;
      } catch (error) {
        this.#fail(context, error);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }

  tracePromise(fn: Action, context: object = {}, thisArg?: unknown, ...args: never[]): unknown {
    if (!this.hasSubscribers) return Reflect.apply(fn, thisArg, args);
    const settled = (): void => {
      this.asyncStart.publish(context);
      this.asyncEnd.publish(context);
    };
    return this.start.runStores(context, () => {
      try {
        return Promise.resolve(Reflect.apply(fn, thisArg, args)).then(
          (result) => {
            Object.assign(context, { result });
            settled();
            return result;
          },
          (error: unknown) => {
            this.#fail(context, error);
            settled();
            throw error;
          },
        );
      } catch (error) {
        this.#fail(context, error);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }

  traceCallback(
    fn: Action,
    position = -1,
    context: object = {},
    thisArg?: unknown,
    ...args: unknown[]
  ): unknown {
    if (!this.hasSubscribers) return Reflect.apply(fn, thisArg, args as never[]);
    const callback = args.at(position);
    validateFunction(callback, 'callback');
    const tracing = this;
    const wrapped = function (this: unknown, ...values: never[]): void {
      const [error, result] = values;
      if (error) tracing.#fail(context, error);
      else Object.assign(context, { result });
      tracing.asyncStart.runStores(context, () => {
        try {
          return Reflect.apply(callback as unknown as Action, this, values);
        } finally {
          tracing.asyncEnd.publish(context);
        }
      });
    };
    args.splice(position, 1, wrapped);
    return this.start.runStores(context, () => {
      try {
        return Reflect.apply(fn, thisArg, args as never[]);
      } catch (error) {
        this.#fail(context, error);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }

  #fail(context: object, error: unknown): void {
    Object.assign(context, { error });
    this.error.publish(context);
  }
}

function checkedPhases(given: unknown): Phases {
  if (typeof given !== 'object' || given === null) {
    throw invalidArgType('nameOrChannels', ['string', 'object', 'TracingChannel'], given);
  }
  for (const phase of phases) {
    const value: unknown = Reflect.get(given, phase);
    // As Node's test of the class, this throws of its own for what is missing.
    if (Object.getPrototypeOf(value) === null || !(value instanceof Channel)) {
      throw invalidArgType(`nameOrChannels.${phase}`, 'Channel', value);
    }
  }
  return given as Phases;
}

export function createDiagnosticsChannel({ report }: DiagnosticsOptions) {
  const channels = new SafeMap<Name, Channel>();
  const channel = (name: Name): Channel => {
    if (typeof name !== 'string' && typeof name !== 'symbol') {
      throw invalidArgType('channel', ['string', 'symbol'], name);
    }
    const found = channels.get(name) ?? new Channel(name, report);
    channels.set(name, found);
    return found;
  };
  return {
    Channel,
    channel,
    hasSubscribers: (name: Name): boolean => channels.get(name)?.hasSubscribers ?? false,
    subscribe: (name: Name, subscriber: Subscriber): void => channel(name).subscribe(subscriber),
    unsubscribe: (name: Name, subscriber: Subscriber): boolean =>
      channel(name).unsubscribe(subscriber),
    tracingChannel: (given: string | Phases): TracingChannel =>
      new TracingChannel(
        typeof given === 'string'
          ? (Object.fromEntries(
              phases.map((phase) => [phase, channel(`tracing:${given}:${phase}`)]),
            ) as Phases)
          : checkedPhases(given),
      ),
  };
}
