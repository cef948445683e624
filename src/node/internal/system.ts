/**
 * A thread's line to the kernel: messages, blocking system calls, and output through the shared
 * ring. What arrives for several threads at once is told apart by its `type`.
 */
import { FirstAnswers } from '../../kernel/first-reads.ts';
import type { FromThread, SystemCall, ThreadStart, ToThread } from '../../kernel/protocol.ts';
import { Ring } from '../../kernel/ring.ts';
import { type SyncAnswer, SyncCaller } from '../../kernel/sync-call.ts';
import { fromRecord, type SystemErrorRecord } from '../../kernel/system-error.ts';
import { apply } from '../../shared/intrinsics.ts';
import { nativePort } from './native-port.ts';

type MessageOf<T extends ToThread['type']> = Extract<ToThread, { type: T }>;
type Ports = readonly MessagePort[];
type Handlers = { [T in ToThread['type']]?: ((message: MessageOf<T>, ports: Ports) => void)[] };

const encoder = new TextEncoder();
const { encode } = encoder;
const toUtf8 = (text: string): Uint8Array => apply(encode, encoder, [text]);

export class System {
  readonly #port: MessagePort;
  readonly #gid: number;
  readonly #rings: { 1: Ring | null; 2: Ring | null };
  readonly #caller: SyncCaller;
  /** Is told of every write; what it gives is called while nobody else can write. */
  onWrite: ((descriptor: 1 | 2) => () => void) | undefined;
  #known: FirstAnswers;
  readonly #handlers = Object.create(null) as Handlers;

  constructor(port: MessagePort, start: ThreadStart) {
    this.#port = port;
    this.#gid = start.gid;
    const one = start.output[1] && new Ring(start.output[1]);
    const isShared = start.output[1] === start.output[2];
    this.#rings = { 1: one, 2: isShared ? one : start.output[2] && new Ring(start.output[2]) };
    this.#caller = new SyncCaller(start.syncMemory);
    this.#known = new FirstAnswers(start.answers);
  }

  post(message: FromThread, transfer: readonly Transferable[] = []): void {
    nativePort.post(this.#port, message, transfer);
  }

  /**
   * Blocks while the reader of the output is behind, as a write to a full pipe does.
   * @returns false where the reader has gone for ever
   */
  write(descriptor: 1 | 2, chunk: string | Uint8Array): boolean {
    const bytes = typeof chunk === 'string' ? toUtf8(chunk) : chunk;
    const ring = (): void => this.post({ type: 'output', descriptor });
    const pipe = this.#rings[descriptor];
    return !pipe || pipe.write(this.#gid, descriptor, bytes, ring, this.onWrite?.(descriptor));
  }

  /**
   * Waits for the kernel's answer, without turning the event loop.
   * @throws {SystemError} as the call does
   */
  call(call: SystemCall): unknown {
    const path = 'path' in call ? call.path : undefined;
    const { value } = this.#known.take(call.op, path) ?? this.#ask(call);
    if (isFailure(value)) throw fromRecord(value.failed);
    return value;
  }

  /** From now on files are asked for: what runs before the program may change them. */
  forgetAnswers(): void {
    this.#known = new FirstAnswers();
  }

  #ask(call: SystemCall): SyncAnswer {
    return this.#caller.call(
      () => this.post({ type: 'call', call }),
      () => this.post({ type: 'more' }),
    );
  }

  /** @returns what takes the handler off again */
  on<T extends ToThread['type']>(
    type: T,
    handler: (message: MessageOf<T>, ports: Ports) => void,
  ): () => void {
    const before = (this.#handlers[type] ?? []) as (typeof handler)[];
    this.#handlers[type] = [...before, handler] as Handlers[T];
    return () => {
      const now = (this.#handlers[type] ?? []) as (typeof handler)[];
      this.#handlers[type] = now.filter((each) => each !== handler) as Handlers[T];
    };
  }

  /** Hands a message from the kernel, and what was transferred with it, to its handlers. */
  receive(message: ToThread, ports: Ports): void {
    const handlers = this.#handlers[message.type] as
      | ((m: ToThread, p: Ports) => void)[]
      | undefined;
    // An array is never changed, only exchanged: so handlers may come and go meanwhile.
    for (let at = 0; handlers && at < handlers.length; at++) handlers[at]?.(message, ports);
  }
}

function isFailure(value: unknown): value is { failed: SystemErrorRecord } {
  return value !== null && typeof value === 'object' && 'failed' in value;
}
