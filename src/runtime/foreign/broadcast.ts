/**
 * A `BroadcastChannel` by way of the frame's window. WebKit's workers come from `data:` URLs, each
 * an origin of its own, and its own channels join only what has the same origin.
 */
import type { Broadcast } from '../protocol.ts';

export function installBroadcastChannel(): void {
  const post = postMessage.bind(globalThis) as (message: Broadcast) => void;
  const copy = structuredClone;
  const open = new Map<string, RelayedChannel>();
  class RelayedChannel extends EventTarget {
    readonly name: string;
    readonly #id = `${Math.random()}`;

    constructor(name: string) {
      super();
      this.name = name;
      open.set(this.#id, this);
    }

    postMessage(data: unknown): void {
      post({ broadcast: this.name, sender: this.#id, data });
    }

    close(): void {
      open.delete(this.#id);
    }
  }
  addEventListener('message', ({ data: message }: MessageEvent<Broadcast | null>) => {
    if (message?.broadcast === undefined) return;
    for (const [id, channel] of [...open]) {
      if (channel.name !== message.broadcast || id === message.sender) continue;
      channel.dispatchEvent(new MessageEvent('message', { data: copy(message.data) }));
    }
  });
  Object.defineProperty(globalThis, 'BroadcastChannel', {
    value: RelayedChannel,
    writable: true,
    configurable: true,
  });
}
