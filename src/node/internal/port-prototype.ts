/**
 * Node's methods on `MessagePort.prototype`: those of `EventTarget` and of `EventEmitter`, over one
 * list of listeners, so that they run in the order in which they were added.
 */
import type { EventName, Listener } from '../events.ts';
import { nodeError } from './errors.ts';
import { Arrival, type NodePorts, type PortListener } from './message-port.ts';

/** Gives the ports of this thread Node's behaviour. */
export function installPorts(ports: NodePorts): void {
  const listeners = new PortListeners(ports);
  defineMethods(MessagePort.prototype, {
    ...handleMethods(ports, listeners),
    ...emitterMethods(ports, listeners),
  });
  defineHandler('message', ports, listeners);
  defineHandler('messageerror', ports, listeners);
  installChannel(ports);
}

class PortListeners {
  readonly #ports: NodePorts;

  constructor(ports: NodePorts) {
    this.#ports = ports;
  }

  /** An `EventEmitter` listener: it gets the message itself. */
  add(port: MessagePort, name: EventName, listener: Listener, isOnce: boolean): void {
    const wrapped: PortListener = (what) => {
      if (isOnce) this.remove(port, name, listener);
      listener.call(port, what instanceof Arrival ? what.value : what);
    };
    wrapped.listener = listener;
    this.#ports.state(port).emitter.on(name, wrapped);
    if (name === 'message') this.follow(port, true);
  }

  /** An `EventTarget` listener: it gets the event, and is added only once. */
  addToTarget(port: MessagePort, type: string, listener: unknown, options: unknown): void {
    if (listener === null || listener === undefined) return;
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

  /** The first `message` listener starts and references a port; the last one's removal lets it go. */
  follow(port: MessagePort, isAdded: boolean): void {
    const count = this.#ports.state(port).emitter.listenerCount('message');
    if (isAdded && count === 1) {
      this.#ports.setReferenced(port, true);
      this.#ports.start(port);
    } else if (!isAdded && count === 0) {
      this.#ports.setReferenced(port, false);
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
    addEventListener(this: MessagePort, type: string, listener: unknown, options?: unknown) {
      listeners.addToTarget(this, type, listener, options);
    },
    removeEventListener(this: MessagePort, type: string, listener: Listener) {
      listeners.remove(this, type, listener);
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
      ports.state(this).emitter.removeAllListeners(...names);
      listeners.follow(this, false);
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

function toCallback(listener: unknown): (event: unknown) => void {
  if (typeof listener === 'function') return listener as (event: unknown) => void;
  return (event) => (listener as EventListenerObject).handleEvent(event as Event);
}
