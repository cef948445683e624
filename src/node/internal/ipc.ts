/**
 * One end of the IPC channel between a forked process and its parent. JSON by default, as in Node:
 * a Map arrives as `{}` and `undefined` is dropped; structured clone with `advanced`.
 */
import { invalidArgType, nodeError } from './errors.ts';
import { type NodePorts, Wire } from './message-port.ts';

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
    return this.#serialization === 'json' ? JSON.stringify(message) : unsharedCopy(message);
  }

  #decode(value: unknown): unknown {
    return this.#serialization === 'json' ? (JSON.parse(value as string) as unknown) : value;
  }
}

/**
 * What V8's own serialiser, which Node uses here, makes of a message: it knows no shared memory, so
 * the buffers are refused and a view of one becomes a copy; and its errors are plain ones.
 */
function unsharedCopy(message: unknown): unknown {
  let copy: unknown;
  try {
    copy = structuredClone(message);
  } catch (error) {
    if (error instanceof DOMException) throw new Error(error.message);
    throw error;
  }
  return hasSharedView(message, new Set()) ? withCopiedViews(copy, new Map()) : copy;
}

/**
 * Searches the message itself, as WebKit's copy of a shared buffer is a plain one.
 *
 * @throws where a part is shared memory
 */
function hasSharedView(value: unknown, seen: Set<unknown>): boolean {
  if (value === null || typeof value !== 'object' || seen.has(value)) return false;
  seen.add(value);
  if (value instanceof SharedArrayBuffer) {
    throw new Error('#<SharedArrayBuffer> could not be cloned.');
  }
  if (ArrayBuffer.isView(value)) return value.buffer instanceof SharedArrayBuffer;
  let isFound = false;
  for (const part of partsOf(value)) isFound = hasSharedView(part, seen) || isFound;
  return isFound;
}

/** What is cloned with `value`, without calling its getters. */
function partsOf(value: object): unknown[] {
  if (value instanceof Map || value instanceof Set) return [...value.entries()].flat();
  const isError = value instanceof Error;
  return Object.values(Object.getOwnPropertyDescriptors(value))
    .filter(({ enumerable }) => enumerable || isError)
    .map((each) => each.value as unknown);
}

/** Changes `value`, which is nobody else's, in place. */
function withCopiedViews(value: unknown, seen: Map<unknown, unknown>): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (seen.has(value)) return seen.get(value);
  const result = ArrayBuffer.isView(value) ? copyOfView(value) : value;
  seen.set(value, result);
  if (result !== value || value instanceof ArrayBuffer) return result;
  const copied = (each: unknown): unknown => withCopiedViews(each, seen);
  if (value instanceof Map || value instanceof Set) {
    const entries = [...value.entries()];
    value.clear();
    for (const [key, each] of entries) {
      if (value instanceof Map) value.set(copied(key), copied(each));
      else value.add(copied(key));
    }
    return value;
  }
  for (const key of Object.getOwnPropertyNames(value)) {
    const each: unknown = Reflect.get(value, key);
    if (typeof each === 'object') Reflect.set(value, key, copied(each));
  }
  return value;
}

function copyOfView(view: ArrayBufferView): object {
  const { buffer, byteOffset, byteLength } = view;
  const bytes = new Uint8Array(new Uint8Array(buffer, byteOffset, byteLength)).buffer;
  return Reflect.construct(view.constructor, [bytes]) as object;
}

/** Node keeps messages whose `cmd` begins with `NODE_` to itself. */
function isInternal(message: unknown): boolean {
  if (message === null || typeof message !== 'object') return false;
  const cmd: unknown = Reflect.get(message, 'cmd');
  return typeof cmd === 'string' && cmd.startsWith('NODE_');
}
