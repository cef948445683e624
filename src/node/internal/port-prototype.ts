/**
 * Node's methods on `MessagePort.prototype`: those of `EventTarget` and of `EventEmitter`, over one
 * list of listeners, so that they run in the order in which they were added.
 */
import type { EventName, Listener } from '../events.ts';
import { invalidArgType, nodeError } from './errors.ts';
import type { NodePorts, PortListener } from './message-port.ts';
import { Arrival } from './port-arrival.ts';

/** Gives the ports of this thread Node's behaviour. */
export function installPorts(ports: NodePorts): void {
  const listeners = new PortListeners(ports);
  defineMethods(MessagePort.prototype, handleMethods(ports, listeners));
  Object.setPrototypeOf(MessagePort.prototype, createTargetPrototype(ports, listeners));
  defineHandler('message', ports, listeners);
  defineHandler('messageerror', ports, listeners);
  installChannel(ports);
}

/** Between a port and `EventTarget`, as in Node: the methods that are not a port's own. */
function createTargetPrototype(ports: NodePorts, listeners: PortListeners): object {
  const prototype = Object.create(EventTarget.prototype) as object;
  defineMethods(prototype, {
    ...targetMethods(listeners),
    ...emitterMethods(ports, listeners),
  });
  return prototype;
}

class PortListeners {
  readonly #ports: NodePorts;

  constructor(ports: NodePorts) {
    this.#ports = ports;
  }

  /** An `EventEmitter` listener: it gets the message itself. */
  add(port: MessagePort, name: EventName, listener: Listener, isOnce: boolean): void {
    if (!isListener(listener)) return;
    const wrapped: PortListener = (what) => {
      if (isOnce) this.remove(port, name, listener);
      listener.call(port, what instanceof Arrival ? what.value : what);
    };
    wrapped.listener = listener;
    this.#ports.state(port).emitter.on(name, wrapped);
    if (name === 'message') this.follow(port, true);
    if (name === 'close') this.#ports.open(port);
  }

  /** An `EventTarget` listener: it gets the event, and is added only once. */
  addToTarget(port: MessagePort, type: string, listener: unknown, options: unknown): void {
    if (!isListener(listener)) return;
    const call = toCallback(listener);
    const isOnce = typeof options === 'object' && options !== null && Reflect.get(options, 'once');
    const wrapped: PortListener = (what) => {
      if (isOnce) this.remove(port, type, listener as Listener);
      call.call(port, what instanceof Arrival ? what.eventFor(port) : what);
    };
    wrapped.listener = listener as Listener;
    const { emitter } = this.#ports.state(port);
    if (emitter.listeners(type).includes(listener as Listener)) return;
    emitter.on(type, wrapped);
    if (type === 'message') this.follow(port, true);
    if (type === 'close') this.#ports.open(port);
  }

  /** An event that the program has made; both kinds of listeners get it as it is. */
  dispatch(port: MessagePort, event: Event): void {
    this.#ports.state(port).emitter.emit(event.type, event);
  }

  remove(port: MessagePort, name: EventName, listener: Listener): void {
    const { emitter } = this.#ports.state(port);
    const wrapped = emitter
      .rawListeners(name)
      .find((each) => Reflect.get(each, 'listener') === listener);
    if (!wrapped) return;
    emitter.removeListener(name, wrapped);
    if (name === 'message') this.follow(port, false);
  }

  /** The first `message` listener starts and references a port; the last one's removal stops it. */
  follow(port: MessagePort, isAdded: boolean): void {
    const count = this.#ports.state(port).emitter.listenerCount('message');
    if (isAdded && count === 1) {
      this.#ports.setReferenced(port, true);
      this.#ports.start(port);
    } else if (!isAdded && count === 0) {
      this.#ports.setReferenced(port, false);
      this.#ports.stop(port);
    }
  }
}

function handleMethods(ports: NodePorts, listeners: PortListeners) {
  return {
    postMessage(this: MessagePort, ...args: unknown[]) {
      ports.post(this, args);
    },
    start(this: MessagePort) {
      ports.start(this);
    },
    close(this: MessagePort, callback?: Listener) {
      if (typeof callback === 'function') listeners.add(this, 'close', callback, true);
      ports.close(this);
    },
    ref(this: MessagePort) {
      ports.setReferenced(this, true);
    },
    unref(this: MessagePort) {
      ports.setReferenced(this, false);
    },
    [Symbol.for('nodejs.util.inspect.custom')](
      this: MessagePort,
      _depth: number,
      options: object,
      inspect: (value: object, options: object) => string,
    ) {
      const { isClosed, isReferenced } = ports.state(this);
      return `MessagePort ${inspect({ active: !isClosed, refed: isReferenced }, options)}`;
    },
    hasRef(this: MessagePort) {
      return ports.state(this).isReferenced;
    },
  };
}

function targetMethods(listeners: PortListeners) {
  return {
    addEventListener(
      this: MessagePort,
      ...args: [type: string, listener: unknown, options?: unknown]
    ) {
      if (args.length < 2) {
        const message = 'The "type" and "listener" arguments must be specified';
        throw nodeError('ERR_MISSING_ARGS', message, TypeError);
      }
      const [type, listener, options] = args;
      listeners.addToTarget(this, type, listener, options);
    },
    removeEventListener(this: MessagePort, type: string, listener: Listener) {
      listeners.remove(this, type, listener);
    },
    dispatchEvent(this: MessagePort, event: Event) {
      if (!(event instanceof Event)) throw invalidArgType('event', 'Event', event);
      listeners.dispatch(this, event);
      return !event.defaultPrevented;
    },
  };
}

function emitterMethods(ports: NodePorts, listeners: PortListeners) {
  const add = chained((port, name, listener) => listeners.add(port, name, listener, false));
  const remove = chained((port, name, listener) => listeners.remove(port, name, listener));
  return {
    on: add,
    addListener: add,
    once: chained((port, name, listener) => listeners.add(port, name, listener, true)),
    off: remove,
    removeListener: remove,
    removeAllListeners(this: MessagePort, ...names: [EventName?]) {
      // As in Node, the port goes on, and keeps the thread alive.
      ports.state(this).emitter.removeAllListeners(...names);
      return this;
    },
    emit(this: MessagePort, name: EventName, value: unknown) {
      const what = new Arrival(value, { ports: [] }, String(name));
      return ports.state(this).emitter.emit(name, what);
    },
    eventNames(this: MessagePort) {
      return ports.state(this).emitter.eventNames();
    },
    listenerCount(this: MessagePort, name: EventName) {
      return ports.state(this).emitter.listenerCount(name);
    },
    rawListeners(this: MessagePort, name: EventName) {
      return ports.state(this).emitter.listeners(name);
    },
    setMaxListeners(this: MessagePort, count: number) {
      ports.state(this).emitter.setMaxListeners(count);
      return this;
    },
    getMaxListeners(this: MessagePort) {
      return ports.state(this).emitter.getMaxListeners();
    },
  };
}

function defineMethods(target: object, methods: Record<string, Listener>): void {
  for (const name of Reflect.ownKeys(methods) as string[]) {
    const value = methods[name];
    Object.defineProperty(target, name, { value, writable: true, configurable: true });
  }
}

function defineHandler(
  type: 'message' | 'messageerror',
  ports: NodePorts,
  listeners: PortListeners,
): void {
  const key = `on${type}` as const;
  Object.defineProperty(MessagePort.prototype, key, {
    configurable: true,
    enumerable: true,
    get(this: MessagePort) {
      return ports.state(this)[key];
    },
    set(this: MessagePort, handler: PortListener | null) {
      const state = ports.state(this);
      if (state[key]) listeners.remove(this, type, state[key]);
      state[key] = typeof handler === 'function' ? handler : null;
      if (state[key]) listeners.addToTarget(this, type, state[key], undefined);
    },
  });
}

function installChannel(ports: NodePorts): void {
  const Native = globalThis.MessageChannel;
  const Channel = function MessageChannel(this: unknown): MessageChannel {
    if (!new.target) {
      const message = 'Cannot call constructor without `new`';
      throw nodeError('ERR_CONSTRUCT_CALL_REQUIRED', message, TypeError);
    }
    const channel = Reflect.construct(Native, [], new.target) as MessageChannel;
    for (const name of ['port1', 'port2'] as const) {
      const data = { writable: true, enumerable: true, configurable: true };
      Object.defineProperty(channel, name, { value: channel[name], ...data });
    }
    ports.pair(channel);
    return channel;
  };
  replaceConstructor('MessageChannel', Channel, Native.prototype);
  const Port = function MessagePort(): never {
    throw nodeError('ERR_CONSTRUCT_CALL_INVALID', 'Constructor cannot be called', TypeError);
  };
  replaceConstructor('MessagePort', Port, MessagePort.prototype);
}

/** Under its own name, and so that what browsers make is an instance of it. */
function replaceConstructor(name: string, value: CallableFunction, prototype: object): void {
  Object.defineProperty(value, 'prototype', { value: prototype });
  for (const [target, key] of [
    [globalThis, name],
    [prototype, 'constructor'],
  ] as const) {
    Object.defineProperty(target, key, { value, writable: true, configurable: true });
  }
}

function chained(action: (port: MessagePort, name: EventName, listener: Listener) => void) {
  return function (this: MessagePort, name: EventName, listener: Listener): MessagePort {
    action(this, name, listener);
    return this;
  };
}

/** @throws for what can be none; nothing is no listener */
function isListener(listener: unknown): boolean {
  if (listener === undefined || listener === null) return false;
  if (typeof listener === 'function' || typeof listener === 'object') return true;
  throw invalidArgType('listener', 'EventListener', listener);
}

function toCallback(listener: unknown): (event: unknown) => void {
  if (typeof listener === 'function') return listener as (event: unknown) => void;
  return (event) => (listener as EventListenerObject).handleEvent(event as Event);
}
