/**
 * Node's `MessagePort` is the browser's own, with Node's methods added to its prototype. So ports
 * nested anywhere in a message arrive as Node ports, are transferred natively, and keep the speed
 * of the platform; a wrapper would have to walk every message.
 *
 * On the wire each message is a pair: its kind, and a value. The kinds beyond `MESSAGE` carry what
 * Node's ports know and the platform's do not say in every browser: that the other side has closed,
 * that a worker is online or has failed.
 *
 * While both ends of a channel are in one thread, a message is cloned at once into the other end's
 * inbox, and `local` only announces it: so `receiveMessageOnPort` finds it without a turn of the loop.
 */

import { SafeSet, SafeWeakMap } from '../../shared/intrinsics.ts';
import { EventEmitter, type Listener } from '../events.ts';
import { CloneMarks, inNodesWords } from './clone-marks.ts';
import { nodeError } from './errors.ts';
import type { EventLoop } from './event-loop.ts';
import { nativePort } from './native-port.ts';
import { Brake } from './turn-count.ts';

export const Wire = { message: 0, close: 1, online: 2, error: 3, local: 4, output: 5 } as const;
export type WireKind = (typeof Wire)[keyof typeof Wire];
type WireMessage = [kind: WireKind, value?: unknown, hasTransfer?: true];

export type PortListener = ((what: Arrival | Event) => void) & { listener?: Listener };

/** Takes what arrives at a port, of whatever kind. */
export type PortReceiver = (kind: WireKind, value: unknown, event: MessageEvent) => void;

/** A message that has arrived. */
export class Arrival {
  readonly type: string;
  readonly value: unknown;
  readonly #source: { readonly ports: readonly MessagePort[] };
  #event: Event | undefined;

  /** @param source has what was transferred with the message */
  constructor(
    value: unknown,
    source: { readonly ports: readonly MessagePort[] },
    type = 'message',
  ) {
    this.type = type;
    this.value = value;
    this.#source = source;
  }

  get ports(): readonly MessagePort[] {
    return this.#source.ports;
  }

  /** What listeners of `EventTarget`'s kind get: made only for them, as it costs more than the rest. */
  eventFor(target: MessagePort): Event {
    if (this.#event) return this.#event;
    const event = this.type.startsWith('message')
      ? new MessageEvent(this.type, { data: this.value, ports: [...this.ports] })
      : new CustomEvent(this.type, { detail: this.value });
    for (const name of ['target', 'currentTarget', 'srcElement']) {
      Object.defineProperty(event, name, { value: target, configurable: true });
    }
    this.#event = event;
    return event;
  }
}

export interface PortState {
  inbox: Arrival[];
  emitter: EventEmitter;
  isReferenced: boolean;
  isStarted: boolean;
  isClosed: boolean;
  /** Listeners of a message are running. */
  isDelivering: boolean;
  onmessage: PortListener | null;
  onmessageerror: PortListener | null;
  receive: PortReceiver;
}

/** Gives the ports of this thread Node's behaviour. One per thread. */
export class NodePorts {
  readonly #loop: EventLoop;
  readonly #states = new SafeWeakMap<MessagePort, PortState>();
  readonly #open = new SafeSet<MessagePort>();
  /** The other end, while it is in this thread too. */
  readonly #peers = new SafeWeakMap<MessagePort, MessagePort>();
  readonly marks = new CloneMarks();
  /** Is told of a port that was posted to itself. */
  onLost: (() => void) | undefined;
  /** Is told of every message that arrives. */
  onReceived: (() => void) | undefined;
  readonly #brake: Brake;

  constructor(loop: EventLoop) {
    this.#loop = loop;
    this.#brake = new Brake(loop);
  }

  /** Sends one of the kinds that are not user messages. */
  sendControl(port: MessagePort, kind: WireKind, value?: unknown): void {
    this.#brake.press(value);
    nativePort.post(port, [kind, value] satisfies WireMessage);
  }

  /** Gives all that arrives at `port` to `receiver`, without referencing the port. */
  take(port: MessagePort, receiver: PortReceiver): void {
    this.state(port).receive = receiver;
    this.start(port);
  }

  /** What has come from elsewhere is this thread's, and closes when it ends, used or not. */
  adopt(ports: readonly MessagePort[]): void {
    for (const port of ports) this.state(port);
  }

  /** Closes every port that this thread holds, telling the other sides. */
  closeAll(): void {
    this.#open.forEach((port) => {
      this.close(port);
    });
  }

  post(port: MessagePort, args: unknown[]): void {
    if (args.length === 0) {
      const message = 'Not enough arguments to MessagePort.postMessage';
      throw nodeError('ERR_MISSING_ARGS', message, TypeError);
    }
    const [value] = args;
    const transfer = transferList(args[1]);
    this.marks.check(value, transfer, port);
    for (const item of transfer) {
      if (item instanceof MessagePort && this.#states.get(item)?.isClosed) {
        const message = 'MessagePort in transfer list is already detached';
        throw new DOMException(message, 'DataCloneError');
      }
    }
    if (this.#states.get(port)?.isClosed) return;
    this.#brake.press(value);
    const target = this.#peers.get(port);
    if (target && transfer.includes(target)) return this.#lose(port, target, value, transfer);
    this.transfer(transfer, () => {
      const peer = this.#peers.get(port);
      if (peer) this.#postHere(port, peer, value, transfer);
      else if (transfer.length === 0) nativePort.postPlain(port, toWire(value));
      else nativePort.post(port, withTransfer(value), transfer);
    });
  }

  /**
   * Lets `send` transfer `items`: the ports among them are no longer this thread's, and take along
   * what waits for them.
   */
  transfer(items: readonly Transferable[], send: () => void): void {
    for (const item of items) if (item instanceof MessagePort) this.#release(item);
    inNodesWords(send);
    for (const item of items) if (item instanceof MessagePort) this.#forget(item);
  }

  /**
   * The oldest message that has arrived at `port`, without turning the loop. What another thread has
   * just sent arrives with the next turn: a browser delivers only between tasks.
   */
  receive(port: unknown): { message: unknown } | undefined {
    if (!(port instanceof MessagePort)) {
      const message = 'The "port" argument must be a MessagePort instance';
      throw nodeError('ERR_INVALID_ARG_TYPE', message, TypeError);
    }
    const state = this.state(port);
    if (!state.isStarted && !this.#peers.has(port)) nativePort.start(port);
    const arrival = state.inbox.shift();
    return arrival && { message: arrival.value };
  }

  /** A port that is sent to itself can be reached by nobody. */
  #lose(port: MessagePort, target: MessagePort, value: unknown, transfer: Transferable[]): void {
    this.onLost?.();
    const rest = transfer.filter((each) => each !== target);
    inNodesWords(() => structuredClone(value, { transfer: rest }));
    this.close(target);
    this.close(port);
  }

  /** A channel both of whose ends are in this thread. */
  pair(channel: MessageChannel): void {
    this.#peers.set(channel.port1, channel.port2);
    this.#peers.set(channel.port2, channel.port1);
  }

  #postHere(port: MessagePort, peer: MessagePort, value: unknown, transfer: Transferable[]): void {
    const ports = transfer.filter((item) => item instanceof MessagePort);
    const copy = structuredClone({ value, ports }, { transfer });
    this.adopt(copy.ports);
    this.state(peer).inbox.push(new Arrival(copy.value, copy));
    nativePort.post(port, [Wire.local] satisfies WireMessage);
  }

  /** Before a port leaves the thread, what waits for it is sent after it. */
  #release(port: MessagePort): void {
    const peer = this.#peers.get(port);
    if (!peer) return;
    this.#peers.delete(port);
    this.#peers.delete(peer);
    for (const { value, ports } of this.state(port).inbox.splice(0)) {
      nativePort.post(peer, withTransfer(value), ports);
    }
  }

  state(port: MessagePort): PortState {
    const known = this.#states.get(port);
    if (known) return known;
    const state: PortState = {
      inbox: [],
      emitter: new EventEmitter(),
      isReferenced: false,
      isStarted: false,
      isClosed: false,
      isDelivering: false,
      onmessage: null,
      onmessageerror: null,
      receive: (kind, value, event) => {
        if (kind === Wire.close) this.close(port);
        if (kind === Wire.message) this.#arrive(state, new Arrival(value, event));
        if (kind === Wire.local) this.#deliver(state);
      },
    };
    this.#states.set(port, state);
    this.#open.add(port);
    nativePort.listen(port, 'message', (event) =>
      this.#loop.dispatch(() => {
        if (state.isClosed) return;
        const { data } = event as MessageEvent<WireMessage>;
        if (Array.isArray(data) && data[2]) this.adopt(event.ports);
        if (this.onReceived && isUsers(data)) this.onReceived();
        if (Array.isArray(data)) state.receive(data[0], data[1], event);
        else state.receive(Wire.message, data, event);
      }),
    );
    // Where a browser tells: the thread that held the other end is gone and could not say so.
    nativePort.listen(port, 'close', () => this.#loop.dispatch(() => this.close(port)));
    nativePort.listen(port, 'messageerror', () =>
      this.#loop.dispatch(() =>
        state.emitter.emit('messageerror', new MessageEvent('messageerror')),
      ),
    );
    return state;
  }

  #arrive(state: PortState, arrival: Arrival): void {
    if (state.isStarted && state.inbox.length === 0) this.#emit(state, arrival);
    else {
      state.inbox.push(arrival);
      this.#deliver(state);
    }
  }

  #deliver(state: PortState): void {
    const arrival = state.isStarted && state.inbox.shift();
    if (arrival) this.#emit(state, arrival);
  }

  #emit(state: PortState, arrival: Arrival): void {
    state.isDelivering = true;
    try {
      state.emitter.emit('message', arrival);
    } finally {
      state.isDelivering = false;
    }
  }

  start(port: MessagePort): void {
    const state = this.state(port);
    if (state.isStarted || state.isClosed) return;
    state.isStarted = true;
    nativePort.start(port);
    // What arrived while `receiveMessageOnPort` read the port by hand.
    if (this.#peers.has(port)) return;
    for (const _ of state.inbox) this.#loop.tick(() => this.#deliver(state));
  }

  setReferenced(port: MessagePort, isReferenced: boolean): void {
    const state = this.state(port);
    if (state.isClosed || state.isReferenced === isReferenced) return;
    state.isReferenced = isReferenced;
    if (isReferenced) this.#loop.ref();
    else this.#loop.unref();
  }

  close(port: MessagePort): void {
    const state = this.state(port);
    if (state.isClosed) return;
    this.sendControl(port, Wire.close);
    this.setReferenced(port, false);
    state.isClosed = true;
    this.#open.delete(port);
    nativePort.close(port);
    // Closed by a listener of a message: those that had arrived with it are delivered all the same.
    const left = state.isStarted && state.isDelivering ? state.inbox.length : 0;
    if (left > 0) {
      this.#loop.tick(() => {
        for (let count = 0; count < left; count++) this.#deliver(state);
      });
    }
    // As libuv closes handles: after what is on its way has been delivered.
    this.#loop.addImmediate({
      isReferenced: true,
      isActive: true,
      fire: () => void state.emitter.emit('close', new Event('close')),
    });
  }

  /** A transferred port lives on elsewhere. */
  #forget(port: MessagePort): void {
    const state = this.#states.get(port);
    if (!state) return;
    this.setReferenced(port, false);
    state.isClosed = true;
    this.#open.delete(port);
  }
}

/** Whether a program sent it, and not the runtime. */
function isUsers(data: unknown): boolean {
  return !Array.isArray(data) || data[0] === Wire.message || data[0] === Wire.local;
}

/** A primitive travels as it is: it cannot be taken for a pair, and clones faster. */
function toWire(value: unknown): unknown {
  const isPrimitive = value === null || typeof value !== 'object';
  return isPrimitive ? value : ([Wire.message, value] satisfies WireMessage);
}

/** Reading the ports of every message would cost more than the message, so those that have some say so. */
function withTransfer(value: unknown): unknown {
  return [Wire.message, value, true] satisfies WireMessage;
}

/** The second argument of `postMessage`: a list, or options with `transfer`. */
export function transferList(argument: unknown): Transferable[] {
  if (argument === undefined || argument === null) return [];
  if (typeof argument !== 'object') {
    throw nodeError(
      'ERR_INVALID_ARG_TYPE',
      'Optional transferList argument must be an iterable',
      TypeError,
    );
  }
  if (isIterable(argument)) return readIterable(argument);
  const list: unknown = Reflect.get(argument, 'transfer');
  if (list === undefined) return [];
  const items = isIterable(list) ? readIterable(list) : undefined;
  if (items) return items;
  throw nodeError(
    'ERR_INVALID_ARG_TYPE',
    'Optional options.transfer argument must be an iterable',
    TypeError,
  );
}

function isIterable(value: unknown): value is Iterable<Transferable> {
  if (value === null || typeof value !== 'object' || !(Symbol.iterator in value)) return false;
  if (Array.isArray(value)) return true;
  return typeof Reflect.get(value, Symbol.iterator) === 'function';
}

/** Asks for the iterator once: a generator can be read only once. */
function readIterable(list: Iterable<Transferable>): Transferable[] {
  if (Array.isArray(list)) return [...list];
  const iterator = list[Symbol.iterator]() as unknown as { next?: unknown };
  if (typeof iterator.next !== 'function') {
    throw nodeError(
      'ERR_INVALID_ARG_TYPE',
      'Optional options.transfer argument must be an iterable',
      TypeError,
    );
  }
  const items: Transferable[] = [];
  for (;;) {
    const step = Reflect.apply(iterator.next, iterator, []) as IteratorResult<Transferable>;
    if (step.done) return items;
    items.push(step.value);
  }
}
