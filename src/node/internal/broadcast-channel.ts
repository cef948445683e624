/**
 * Node's `BroadcastChannel`: the browser's own, kept within the process (Node's does not cross
 * processes either) and counted as a handle of the loop while it is open.
 */
import { inNodesWords } from './clone-marks.ts';
import { invalidArgType, nodeError } from './errors.ts';
import type { Thread } from './thread.ts';
import { Brake } from './turn-count.ts';

const Native = globalThis.BroadcastChannel;

export function createBroadcastChannel({ loop, start }: Thread) {
  const brake = new Brake(loop);
  return class BroadcastChannel extends EventTarget {
    readonly #name: string;
    readonly #native: InstanceType<typeof Native>;
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
      this.#native.addEventListener('message', ({ data }) =>
        loop.dispatch(() => void this.dispatchEvent(new MessageEvent('message', { data }))),
      );
      this.#native.addEventListener('messageerror', () =>
        loop.dispatch(() => void this.dispatchEvent(new MessageEvent('messageerror'))),
      );
      loop.ref();
    }

    get name(): string {
      return this.#name;
    }

    postMessage(...args: [message?: unknown]): void {
      if (args.length === 0) {
        const message = 'The "message" argument must be specified';
        throw nodeError('ERR_MISSING_ARGS', message, TypeError);
      }
      if (this.#isClosed) {
        throw new DOMException('BroadcastChannel is closed.', 'InvalidStateError');
      }
      brake.press(args[0]);
      inNodesWords(() => this.#native.postMessage(args[0]));
    }

    close(): void {
      if (this.#isClosed) return;
      this.unref();
      this.#isClosed = true;
      this.#native.close();
    }

    ref(): this {
      if (!this.#isClosed && !this.#isReferenced) loop.ref();
      this.#isReferenced = true;
      return this;
    }

    unref(): this {
      if (!this.#isClosed && this.#isReferenced) loop.unref();
      this.#isReferenced = false;
      return this;
    }

    get onmessage(): EventListener | null {
      return this.#handlers.message ?? null;
    }

    set onmessage(handler: EventListener | null) {
      this.#setHandler('message', handler);
    }

    get onmessageerror(): EventListener | null {
      return this.#handlers.messageerror ?? null;
    }

    set onmessageerror(handler: EventListener | null) {
      this.#setHandler('messageerror', handler);
    }

    #setHandler(type: 'message' | 'messageerror', handler: EventListener | null): void {
      const before = this.#handlers[type];
      if (before) this.removeEventListener(type, before);
      delete this.#handlers[type];
      if (handler === null || handler === undefined) return;
      if (typeof handler !== 'function') throw invalidArgType(`on${type}`, 'function', handler);
      this.#handlers[type] = handler;
      this.addEventListener(type, handler);
    }

    [Symbol.for('nodejs.util.inspect.custom')](
      depth: number,
      options: object,
      inspect: (value: unknown, options: object) => string,
    ): string {
      if (typeof this !== 'object' || !(#name in this)) {
        throw nodeError(
          'ERR_INVALID_THIS',
          'Value of "this" must be of type BroadcastChannel',
          TypeError,
        );
      }
      if (depth < 0) return 'BroadcastChannel';
      const shown = inspect({ name: this.#name, active: !this.#isClosed }, options);
      return `BroadcastChannel ${shown}`;
    }
  };
}
