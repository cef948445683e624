/**
 * Node's `BroadcastChannel`: kept within the process (Node's does not cross processes either) and
 * counted as a handle of the loop while it is open. To other threads a message goes by the browser's
 * own channel. To channels of this thread it goes at once, into their inboxes, so that
 * `receiveMessageOnPort` finds it, and is delivered in Node's order: channel after channel, as they
 * were made.
 */
import { SafeMap } from '../../shared/intrinsics.ts';
import { inNodesWords } from './clone-marks.ts';
import { nodeError } from './errors.ts';
import type { Thread } from './thread.ts';
import { Brake } from './turn-count.ts';

const Native = globalThis.BroadcastChannel;
/** The browser's own, before a program or the runtime puts something in its place. */
const { MessageEvent: NativeEvent, structuredClone: clone } = globalThis;

interface Endpoint {
  /** Runs as one callback of the loop for each message. */
  deliver(): void;
  inbox: unknown[];
}

export function createBroadcastChannel({ loop, start }: Thread) {
  const brake = new Brake(loop);
  const channels = new SafeMap<string, Endpoint[]>();

  /** One message for each turn of the loop, as each is a callback of its own in Node. */
  function deliverNext(name: string): void {
    const endpoint = channels.get(name)?.find((each) => each.inbox.length > 0);
    endpoint?.deliver();
  }

  function announce(name: string): void {
    const fire = (): void => deliverNext(name);
    loop.addImmediate({ isReferenced: true, isActive: true, fire });
  }

  class BroadcastChannel extends EventTarget {
    readonly #name: string;
    readonly #native: InstanceType<typeof Native>;
    readonly #endpoint: Endpoint = {
      inbox: [],
      deliver: () => this.#dispatch(this.#endpoint.inbox.shift()),
    };
    #isReferenced = true;
    #isClosed = false;
    #handlers: Partial<Record<'message' | 'messageerror', EventListener>> = {};

    constructor(...args: [name?: unknown]) {
      super();
      if (args.length === 0) {
        const message = 'The "name" argument must be specified';
        throw nodeError('ERR_MISSING_ARGS', message, TypeError);
      }
      this.#name = `${args[0] as string}`;
      this.#native = new Native(`${start.pid}:${this.#name}`);
      this.#native.addEventListener('message', ({ data }) => {
        if (data === null) return this.#fail();
        const { from, value } = data as { from: number; value: unknown };
        if (from !== start.tid) loop.dispatch(() => this.#dispatch(value));
      });
      this.#native.addEventListener('messageerror', () => this.#fail());
      channels.set(this.#name, [...(channels.get(this.#name) ?? []), this.#endpoint]);
      loop.ref();
    }

    get name(): string {
      return own(this).#name;
    }

    postMessage(...args: [message?: unknown]): void {
      const channel = own(this);
      if (args.length === 0) {
        const message = 'The "message" argument must be specified';
        throw nodeError('ERR_MISSING_ARGS', message, TypeError);
      }
      if (channel.#isClosed) {
        throw new DOMException('BroadcastChannel is closed.', 'InvalidStateError');
      }
      const [value] = args;
      brake.press(value);
      inNodesWords(() => channel.#native.postMessage({ from: start.tid, value }));
      for (const endpoint of channels.get(channel.#name) ?? []) {
        if (endpoint === channel.#endpoint) continue;
        endpoint.inbox.push(clone(value));
        announce(channel.#name);
      }
    }

    close(): void {
      const channel = own(this);
      if (channel.#isClosed) return;
      channel.unref();
      channel.#isClosed = true;
      channel.#native.close();
      channel.#endpoint.inbox.length = 0;
      const left = (channels.get(channel.#name) ?? []).filter((each) => each !== channel.#endpoint);
      channels.set(channel.#name, left);
    }

    ref(): this {
      const channel = own(this);
      if (!channel.#isClosed && !channel.#isReferenced) loop.ref();
      channel.#isReferenced = true;
      return this;
    }

    unref(): this {
      const channel = own(this);
      if (!channel.#isClosed && channel.#isReferenced) loop.unref();
      channel.#isReferenced = false;
      return this;
    }

    get onmessage(): EventListener | null {
      return own(this).#handlers.message ?? null;
    }

    set onmessage(handler: EventListener | null) {
      own(this).#setHandler('message', handler);
    }

    get onmessageerror(): EventListener | null {
      return own(this).#handlers.messageerror ?? null;
    }

    set onmessageerror(handler: EventListener | null) {
      own(this).#setHandler('messageerror', handler);
    }

    /** For `receiveMessageOnPort`: the oldest message that waits here. */
    static received(channel: unknown): { message: unknown } | undefined | 'no channel' {
      if (!isOwn(channel) || channel.#isClosed) return 'no channel';
      const { inbox } = channel.#endpoint;
      return inbox.length > 0 ? { message: inbox.shift() } : undefined;
    }

    static isOne(value: unknown): value is BroadcastChannel {
      return typeof value === 'object' && value !== null && #name in value;
    }

    #dispatch(data: unknown): void {
      if (!this.#isClosed) this.dispatchEvent(new NativeEvent('message', { data }));
    }

    /** What another thread sent cannot be had here; of shared memory Chromium says so by null. */
    #fail(): void {
      loop.dispatch(() => void this.dispatchEvent(new NativeEvent('messageerror')));
    }

    #setHandler(type: 'message' | 'messageerror', handler: EventListener | null): void {
      const before = this.#handlers[type];
      if (before) this.removeEventListener(type, before);
      delete this.#handlers[type];
      if (typeof handler !== 'function') return;
      this.#handlers[type] = handler;
      this.addEventListener(type, handler);
    }

    [Symbol.for('nodejs.util.inspect.custom')](
      depth: number,
      options: object,
      inspect: (value: unknown, options: object) => string,
    ): string {
      const channel = own(this);
      if (depth < 0) return 'BroadcastChannel';
      const shown = inspect({ name: channel.#name, active: !channel.#isClosed }, options);
      return `BroadcastChannel ${shown}`;
    }
  }
  const { received, isOne: isOwn } = BroadcastChannel;
  // They are for the module beside, and no statics of Node's class.
  Reflect.deleteProperty(BroadcastChannel, 'received');
  Reflect.deleteProperty(BroadcastChannel, 'isOne');

  function own(value: unknown): BroadcastChannel {
    if (isOwn(value)) return value;
    const message = 'Value of "this" must be of type BroadcastChannel';
    throw nodeError('ERR_INVALID_THIS', message, TypeError);
  }

  return { BroadcastChannel, received };
}
