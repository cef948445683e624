/**
 * One end of the IPC channel between a forked process and its parent. JSON by default, as in Node:
 * a Map arrives as `{}` and `undefined` is dropped; structured clone with `advanced`.
 */
import { invalidArgType, nodeError, notImplemented } from './errors.ts';
import type { NodePorts } from './message-port.ts';
import { part } from './parts.ts';
import { Wire } from './port-wire.ts';

export type Serialization = 'json' | 'advanced';
export type SendCallback = (error: Error | null) => void;

export interface IpcEvents {
  /** A message of Node's own, as between the two sides of `cluster`. */
  internalMessage(message: unknown): void;
  message(message: unknown): void;
  disconnect(): void;
  /** The other side's last word was received. */
  closed(): void;
  error(error: Error): void;
  tick(action: () => void): void;
}

export class IpcChannel {
  readonly #ports: NodePorts;
  readonly #port: MessagePort;
  readonly #serialization: Serialization;
  readonly #events: IpcEvents;
  #isConnected = true;

  constructor(
    ports: NodePorts,
    port: MessagePort,
    serialization: Serialization,
    events: IpcEvents,
  ) {
    this.#ports = ports;
    this.#port = port;
    this.#serialization = serialization;
    this.#events = events;
    ports.take(port, (kind, value) => {
      if (kind === Wire.close) this.#onClose();
      else if (kind === Wire.message && this.#isConnected) this.#receive(this.#decode(value));
    });
  }

  get isConnected(): boolean {
    return this.#isConnected;
  }

  /** @returns whether the message was sent */
  send(message: unknown, callback?: SendCallback): boolean {
    if (message === undefined) {
      throw nodeError('ERR_MISSING_ARGS', 'The "message" argument must be specified', TypeError);
    }
    const isSendable =
      message === null || ['string', 'object', 'number', 'boolean'].includes(typeof message);
    if (!isSendable) {
      throw invalidArgType('message', ['string', 'object', 'number', 'boolean'], message);
    }
    if (!this.#isConnected) {
      this.#fail(nodeError('ERR_IPC_CHANNEL_CLOSED', 'Channel closed'), callback);
      return false;
    }
    this.#ports.post(this.#port, [this.#encode(message)]);
    if (callback) this.#events.tick(() => callback(null));
    return true;
  }

  /** Closes the channel for both sides. */
  disconnect(): void {
    if (!this.#isConnected) {
      this.#events.error(nodeError('ERR_IPC_DISCONNECTED', 'IPC channel is already disconnected'));
      return;
    }
    this.end();
  }

  /** The other side is gone, or this one is leaving. */
  end(): void {
    if (!this.#isConnected) return;
    this.#isConnected = false;
    this.#ports.sendControl(this.#port, Wire.close);
    this.#events.tick(() => this.#events.disconnect());
  }

  #receive(message: unknown): void {
    if (isInternal(message)) this.#events.internalMessage(message);
    else this.#events.message(message);
  }

  #onClose(): void {
    this.end();
    this.#events.tick(() => this.#events.closed());
  }

  #fail(error: Error, callback: SendCallback | undefined): void {
    this.#events.tick(() => (callback ? callback(error) : this.#events.error(error)));
  }

  #encode(message: unknown): unknown {
    if (this.#serialization === 'json') return JSON.stringify(message);
    const value = part('extras').unsharedCopy(message);
    return { value, buffers: part('extras').buffersIn(message, value) };
  }

  #decode(sent: unknown): unknown {
    if (this.#serialization === 'json') return JSON.parse(sent as string) as unknown;
    const { value, buffers } = sent as { value: unknown; buffers: Uint8Array[] };
    // They travel twice and arrive as one, so that what was a Buffer can be one again.
    if (buffers.length > 0) {
      const { prototype } = part('library').Buffer;
      for (const each of buffers) Object.setPrototypeOf(each, prototype);
    }
    return value;
  }
}

/** Node keeps messages whose `cmd` begins with `NODE_` to itself. */
function isInternal(message: unknown): boolean {
  if (message === null || typeof message !== 'object') return false;
  const cmd: unknown = Reflect.get(message, 'cmd');
  return typeof cmd === 'string' && cmd.startsWith('NODE_');
}

/** The callback may follow a handle and options, which have no meaning between browser workers. */
export function sendCallback(rest: readonly unknown[]): SendCallback | undefined {
  const at = rest.findIndex((each) => typeof each === 'function');
  const [handle, options] = at < 0 ? rest : rest.slice(0, at);
  if (handle !== undefined && handle !== null) {
    if (typeof handle === 'object' && !isPlain(handle)) {
      throw notImplemented('Sending a handle', 'a browser has no sockets to hand over');
    }
    throw nodeError('ERR_INVALID_HANDLE_TYPE', 'This handle type cannot be sent', TypeError);
  }
  if (options !== undefined && (typeof options !== 'object' || options === null)) {
    throw invalidArgType('options', 'object', options);
  }
  return rest[at] as SendCallback | undefined;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
