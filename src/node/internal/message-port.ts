/**
 * Node's `MessagePort` is the browser's own, with Node's methods added to its prototype. So ports
 * nested anywhere in a message arrive as Node ports, are transferred natively, and keep the speed
 * of the platform; a wrapper would have to walk every message.
 *
 * While both ends of a channel are in one thread, a message is cloned at once into the other end's
 * inbox, and `local` only announces it: so `receiveMessageOnPort` finds it without a turn of the loop.
 * What waits in an inbox goes with its port, as luggage of the message that takes the port along.
 *
 * A port closes when its other end has, or was lost: in a message that nobody read (`port-flights.ts`), or
 * with a thread that was ended from outside (`port-holders.ts`).
 */

import { SafeSet, SafeWeakMap } from '../../shared/intrinsics.ts';
import { EventEmitter, type Listener } from '../events.ts';
import { CloneMarks, inNodesWords } from './clone-marks.ts';
import { nodeError } from './errors.ts';
import type { EventLoop } from './event-loop.ts';
import { nativePort } from './native-port.ts';
import { Arrival } from './port-arrival.ts';
import { PortFlights } from './port-flights.ts';
import { type Held, type Holder, PortHolders } from './port-holders.ts';
import {
  isUsers,
  type Luggage,
  toWire,
  type WaitingMessage,
  Wire,
  type WireKind,
  type WireMessage,
} from './port-wire.ts';
import type { System } from './system.ts';
import { transferList } from './transfer-list.ts';
import { Brake } from './turn-count.ts';

export type PortListener = ((what: Arrival | Event) => void) & { listener?: Listener };

/** Takes what arrives at a port, of whatever kind. */
export type PortReceiver = (kind: WireKind, value: unknown, event: MessageEvent) => void;

export interface PortState extends Held {
  inbox: Arrival[];
  emitter: EventEmitter;
  isReferenced: boolean;
  isStarted: boolean;
  /** The browser delivers: to the inbox, as long as the program has not started the port. */
  isOpened: boolean;
  isClosed: boolean;
  /** The other end is closed or its thread gone: it closes when what has arrived was delivered. */
  isOrphan: boolean;
  /** Who gets what is sent, where no other thread ever can. */
  leadsTo: Holder;
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
  /** Are told that the parent has taken output of this thread. */
  readonly onTaken: (() => void)[] = [];
  /** Is told of every message that arrives. */
  onReceived: (() => void) | undefined;
  readonly #brake: Brake;
  readonly #own: number;
  readonly #holders: PortHolders<MessagePort>;
  readonly #flights: PortFlights<MessagePort>;

  /** @param own this thread's number */
  constructor(loop: EventLoop, system: Pick<System, 'post' | 'on'>, own: number) {
    this.#loop = loop;
    this.#own = own;
    this.#holders = new PortHolders({
      own,
      loop,
      system,
      read: (port) => this.#listen(port),
      afterDelivery,
      orphan: (port) => this.#loop.dispatch(() => this.#orphan(port)),
    });
    this.#flights = new PortFlights(own);
    this.#brake = new Brake(loop);
  }

  /** Sends one of the kinds that are not user messages. */
  sendControl(port: MessagePort, kind: WireKind, value?: unknown): void {
    this.#brake.press(value);
    nativePort.post(port, [kind, value] satisfies WireMessage);
  }

  /** The other end of `port` is another thread's, and stays so. */
  lead(port: MessagePort, to: number): void {
    this.state(port).leadsTo = to;
  }

  /** Gives all that arrives at `port` to `receiver`, without referencing the port. */
  take(port: MessagePort, receiver: PortReceiver): void {
    this.state(port).receive = receiver;
    this.start(port);
  }

  /** What has come from elsewhere is this thread's, and closes when it ends, used or not. */
  adopt(ports: readonly MessagePort[], luggage: readonly Luggage[]): void {
    for (let at = 0; at < luggage.length; at++) {
      const port = ports[at];
      if (!port) continue;
      const each = luggage[at] ?? null;
      this.#setHolder(port, typeof each === 'object' && each ? each.holder : each);
      this.#tellHolder(port, this.#own);
      if (typeof each === 'object' && each) this.#unpack(port, each.waiting);
    }
  }

  #unpack(port: MessagePort, waiting: readonly WaitingMessage[]): void {
    const { inbox } = this.state(port);
    for (const { value, ports, luggage } of waiting) {
      this.adopt(ports, luggage);
      inbox.push(new Arrival(value, { ports }));
    }
  }

  /** Closes every port that this thread holds, telling the other sides. */
  closeAll(): void {
    this.#open.forEach((port) => {
      this.drop(port);
    });
  }

  /** Calls `action` when the ports whose other ends thread `tid` held have closed, if it has ended. */
  whenSettled(tid: number, action: () => void): void {
    this.#holders.whenSettled(tid, action);
  }

  post(port: MessagePort, args: unknown[]): void {
    if (args.length === 0) {
      const message = 'Not enough arguments to MessagePort.postMessage';
      throw nodeError('ERR_MISSING_ARGS', message, TypeError);
    }
    const value = args[0];
    const transfer = transferList(args[1]);
    this.marks.check(value, transfer, port);
    for (let at = 0; at < transfer.length; at++) {
      const item = transfer[at];
      if (item instanceof MessagePort && this.#states.get(item)?.isClosed) {
        const message = 'MessagePort in transfer list is already detached';
        throw new DOMException(message, 'DataCloneError');
      }
    }
    const state = this.#states.get(port);
    const peer = this.#peers.get(port);
    if (state?.isClosed) return this.#lose(value, transfer);
    this.#brake.press(value);
    if (peer && transfer.includes(peer)) {
      this.onLost?.();
      return this.#lose(value, transfer);
    }
    if (peer) return this.#postHere(port, peer, value, transfer);
    if (transfer.length === 0) {
      inNodesWords(() => nativePort.postPlain(port, toWire(value)));
      return;
    }
    const flight = this.#flights.next();
    const send = (luggage: readonly Luggage[], all: readonly Transferable[]): void =>
      nativePort.post(port, [Wire.message, value, luggage, flight] satisfies WireMessage, all);
    const kept = this.transfer(transfer, state?.leadsTo ?? state?.holder ?? null, send);
    if (kept.length > 0) this.#flights.add(port, flight, kept);
  }

  /**
   * Lets `send` transfer `items`: the ports among them are no longer this thread's, and take along
   * what waits for them.
   * @param to the thread that gets them, where that is known
   * @param send is given what goes with each of the ports, and all that has to be transferred
   * @returns the other ends that are still this thread's
   */
  transfer(
    items: readonly Transferable[],
    to: Holder,
    send: (luggage: readonly Luggage[], all: readonly Transferable[]) => void,
  ): MessagePort[] {
    const all: Transferable[] = [];
    const luggage: Luggage[] = [];
    // By index: a program may have changed the iterator of arrays.
    for (let at = 0; at < items.length; at++) all[at] = items[at] as Transferable;
    for (let at = 0; at < items.length; at++) {
      const item = items[at];
      if (item instanceof MessagePort) luggage[luggage.length] = this.#pack(item, to, all);
    }
    try {
      inNodesWords(() => send(luggage, all));
    } catch (error) {
      for (const item of all) {
        if (item instanceof MessagePort && !this.#peers.has(item))
          this.#tellHolder(item, this.#own);
      }
      throw error;
    }
    const kept: MessagePort[] = [];
    for (let at = 0; at < all.length; at++) {
      const item = all[at];
      if (!(item instanceof MessagePort)) continue;
      const peer = this.#peers.get(item);
      this.#forget(item);
      if (!peer) continue;
      kept[kept.length] = peer;
      this.#setHolder(peer, to);
    }
    return kept;
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
    if (!this.#peers.has(port)) this.open(port);
    const arrival = state.inbox.shift();
    if (state.isOrphan && state.inbox.length === 0) this.close(port);
    return arrival && { message: arrival.value };
  }

  /** What is sent to nobody is transferred all the same. */
  #lose(value: unknown, transfer: readonly Transferable[]): void {
    const { ports } = this.#copy(value, transfer);
    for (const port of ports) this.drop(port);
  }

  /** A channel both of whose ends are in this thread. */
  pair(channel: MessageChannel): void {
    this.#peers.set(channel.port1, channel.port2);
    this.#peers.set(channel.port2, channel.port1);
  }

  #postHere(
    port: MessagePort,
    peer: MessagePort,
    value: unknown,
    transfer: readonly Transferable[],
  ): void {
    const copy = this.#copy(value, transfer);
    this.state(peer).inbox.push(new Arrival(copy.value, copy));
    nativePort.post(port, [Wire.local] satisfies WireMessage);
  }

  /** As in a message that stays in this thread. */
  #copy(value: unknown, transfer: readonly Transferable[]) {
    const ports = transfer.filter((item) => item instanceof MessagePort);
    const copy = inNodesWords(() =>
      structuredClone({ value, ports }, { transfer: transfer as Transferable[] }),
    );
    for (let at = 0; at < ports.length; at++) {
      this.#move(ports[at] as MessagePort, copy.ports[at] as MessagePort);
    }
    return copy;
  }

  /** `to` takes the place of `from`. */
  #move(from: MessagePort, to: MessagePort): void {
    const before = this.#states.get(from);
    const after = this.state(to);
    after.inbox = before?.inbox.splice(0) ?? [];
    const peer = this.#peers.get(from);
    this.#forget(from);
    if (peer) {
      this.#peers.set(peer, to);
      this.#peers.set(to, peer);
      // Of those that `from` has heard of already.
      if (before?.isOpened) {
        for (const _ of after.inbox) nativePort.post(peer, [Wire.local] satisfies WireMessage);
      }
    } else this.#setHolder(to, before?.holder ?? null);
  }

  /** Before a port leaves the thread, its other end learns who gets it. */
  #pack(port: MessagePort, to: Holder, all: Transferable[]): Luggage {
    const state = this.#states.get(port);
    const isLocal = this.#peers.has(port);
    if (state && !isLocal) this.#tellHolder(port, to);
    const holder = isLocal ? this.#own : (state?.holder ?? null);
    if (!state || state.inbox.length === 0) return holder;
    const waiting = state.inbox.map(({ value, ports }): WaitingMessage => {
      all.push(...ports);
      return { value, ports, luggage: ports.map((each) => this.#pack(each, to, all)) };
    });
    return { holder, waiting };
  }

  /** The ports whose other ends are on their way through `port` are held by the same thread. */
  #setHolder(port: MessagePort, holder: Holder): void {
    const state = this.state(port);
    if (state.isClosed) return;
    this.#holders.set(port, state, holder);
    this.#flights.forEach(port, (each) => this.#setHolder(each, holder));
  }

  #tellHolder(port: MessagePort, holder: Holder): void {
    nativePort.post(port, [Wire.holder, holder] satisfies WireMessage);
  }

  /** Lets all that has come to `port` arrive, even where nobody takes it. */
  #listen(port: MessagePort): PortState {
    if (!this.#peers.has(port)) this.open(port);
    return this.state(port);
  }

  /** The other end is closed, or gone with its thread: nothing will arrive any more. */
  #orphan(port: MessagePort): void {
    const state = this.state(port);
    state.isOrphan = true;
    if (state.inbox.length === 0) this.#close(port);
    this.#loseFlights(port);
  }

  /** What was sent through `port` and not read is lost. */
  #loseFlights(port: MessagePort): void {
    this.#flights.forEach(port, (each) => this.#orphan(each));
    this.#flights.end(port);
  }

  state(port: MessagePort): PortState {
    const known = this.#states.get(port);
    if (known) return known;
    const state: PortState = {
      inbox: [],
      emitter: new EventEmitter(),
      isReferenced: false,
      isStarted: false,
      isOpened: false,
      isClosed: false,
      isOrphan: false,
      leadsTo: null,
      holder: null,
      heard: 0,
      isDelivering: false,
      onmessage: null,
      onmessageerror: null,
      receive: (kind, value, event) => {
        if (kind === Wire.close) this.#orphan(port);
        if (kind === Wire.taken) for (const tell of this.onTaken) tell();
        if (kind === Wire.message) this.#arrive(port, state, new Arrival(value, event));
        if (kind === Wire.local) this.#deliver(port, state);
      },
    };
    this.#states.set(port, state);
    this.#open.add(port);
    nativePort.listen(port, 'message', (event) => {
      const { data } = event as MessageEvent<WireMessage>;
      state.heard++;
      // Nothing that a program could see happens.
      if (Array.isArray(data) && data[0] === Wire.holder) {
        return this.#setHolder(port, data[1] as Holder);
      }
      if (Array.isArray(data) && data[0] === Wire.landed) {
        return this.#flights.landed(port, data[1] as number);
      }
      this.#loop.dispatch(() => {
        if (state.isClosed) return;
        if (Array.isArray(data) && data[2] && data[2].length > 0) {
          this.adopt(event.ports, data[2]);
          nativePort.post(port, [Wire.landed, data[3]] satisfies WireMessage);
        }
        if (this.onReceived && isUsers(data)) this.onReceived();
        if (Array.isArray(data)) state.receive(data[0], data[1], event);
        else state.receive(Wire.message, data, event);
        if (Array.isArray(data) && data[0] === Wire.close) this.#loseFlights(port);
      });
    });
    // Where a browser tells: the thread that held the other end is gone and could not say so.
    nativePort.listen(port, 'close', () => this.#loop.dispatch(() => this.#orphan(port)));
    nativePort.listen(port, 'messageerror', () =>
      this.#loop.dispatch(() =>
        state.emitter.emit('messageerror', new MessageEvent('messageerror')),
      ),
    );
    return state;
  }

  #arrive(port: MessagePort, state: PortState, arrival: Arrival): void {
    if (state.isStarted && state.inbox.length === 0) this.#emit(state, arrival);
    else {
      state.inbox.push(arrival);
      this.#deliver(port, state);
    }
  }

  #deliver(port: MessagePort, state: PortState): void {
    const arrival = state.isStarted && state.inbox.shift();
    if (arrival) this.#emit(state, arrival);
    if (state.isOrphan && state.inbox.length === 0) this.#close(port);
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
    const wasOpened = state.isOpened;
    this.open(port);
    // What arrived while nobody listened: for `receiveMessageOnPort`, or before it was announced.
    if (!wasOpened && this.#peers.has(port)) return;
    if (state.inbox.length > 0) this.#deliverWaiting(port, state);
  }

  /** Each as if it had just arrived. */
  #deliverWaiting(port: MessagePort, state: PortState): void {
    afterDelivery(() => {
      this.#loop.dispatch(() => this.#deliver(port, state));
      if (state.isStarted && state.inbox.length > 0) this.#deliverWaiting(port, state);
    });
  }

  /** Nobody listens: what arrives waits. */
  stop(port: MessagePort): void {
    this.state(port).isStarted = false;
  }

  /** Lets the browser deliver, so that the port hears of its end before anybody listens to it. */
  open(port: MessagePort): void {
    const state = this.state(port);
    if (state.isOpened || state.isClosed) return;
    state.isOpened = true;
    nativePort.start(port);
  }

  setReferenced(port: MessagePort, isReferenced: boolean): void {
    const state = this.state(port);
    if (state.isClosed || state.isReferenced === isReferenced) return;
    state.isReferenced = isReferenced;
    if (isReferenced) this.#loop.ref();
    else this.#loop.unref();
  }

  /** As libuv closes handles: the other side learns of it when what is on its way was delivered. */
  close(port: MessagePort): void {
    this.#close(port, false);
  }

  /** @param isRemote the other side has closed it, which alone keeps no loop alive */
  #close(port: MessagePort, isRemote = true): void {
    const state = this.state(port);
    if (state.isClosed) return;
    const isReferenced = !isRemote || this.#loop.isAlive;
    this.setReferenced(port, false);
    state.isClosed = true;
    this.#holders.forget(port, state);
    // Closed by a listener of a message: those that had arrived with it are delivered all the same.
    const left = state.isStarted && state.isDelivering ? state.inbox.length : 0;
    if (left > 0) {
      this.#loop.tick(() => {
        for (let count = 0; count < left; count++) this.#deliver(port, state);
      });
    }
    const run = (): void => {
      this.drop(port);
      state.emitter.emit('close', new Event('close'));
    };
    this.#loop.addClosing(run, { isReferenced, isLast: isRemote });
  }

  /** Closes a port at once, telling only the other side. The ports that wait in it are lost. */
  drop(port: MessagePort): void {
    const state = this.state(port);
    if (!this.#open.delete(port)) return;
    this.setReferenced(port, false);
    state.isClosed = true;
    this.#holders.forget(port, state);
    nativePort.post(port, [Wire.close] satisfies WireMessage);
    nativePort.close(port);
    this.#unpair(port);
    for (let at = 0; at < state.inbox.length; at++) {
      const { ports } = state.inbox[at] as Arrival;
      for (let next = 0; next < ports.length; next++) this.drop(ports[next] as MessagePort);
    }
    state.inbox.length = 0;
  }

  #unpair(port: MessagePort): void {
    const peer = this.#peers.get(port);
    this.#peers.delete(port);
    if (peer) this.#peers.delete(peer);
  }

  /** A transferred port lives on elsewhere; the object that stood for it here has closed. */
  #forget(port: MessagePort): void {
    this.#unpair(port);
    const state = this.#states.get(port);
    if (!state) return;
    this.setReferenced(port, false);
    state.isClosed = true;
    state.inbox.length = 0;
    this.#open.delete(port);
    this.#holders.forget(port, state);
    if (state.emitter.listenerCount('close') === 0) return;
    this.#loop.addClosing(() => void state.emitter.emit('close', new Event('close')));
  }
}

/** A port of one's own, started after all others, gets its message after they have got theirs. */
function afterDelivery(action: () => void): void {
  const { port1, port2 } = nativePort.channel();
  nativePort.post(port1, null);
  nativePort.listen(port2, 'message', () => {
    nativePort.close(port2);
    action();
  });
  nativePort.start(port2);
}
