/**
 * A thread's line to the kernel: messages, blocking system calls, and output through the shared
 * ring. What arrives for several threads at once is told apart by its `type`.
 */
import type { FromThread, SystemCall, ThreadStart, ToThread } from '../../kernel/protocol.ts';
import { Ring } from '../../kernel/ring.ts';
import { SyncCaller } from '../../kernel/sync-call.ts';
import { fromRecord, type SystemErrorRecord } from '../../kernel/system-error.ts';
import { nativePort } from './native-port.ts';

type MessageOf<T extends ToThread['type']> = Extract<ToThread, { type: T }>;
type Handlers = { [T in ToThread['type']]?: Set<(message: MessageOf<T>) => void> };

const encoder = new TextEncoder();

export class System {
  readonly #port: MessagePort;
  readonly #gid: number;
  readonly #rings: { 1: Ring | null; 2: Ring | null };
  readonly #caller: SyncCaller;
  readonly #handlers: Handlers = {};

  constructor(port: MessagePort, start: ThreadStart) {
    this.#port = port;
    this.#gid = start.gid;
    const one = start.output[1] && new Ring(start.output[1]);
    const isShared = start.output[1] === start.output[2];
    this.#rings = { 1: one, 2: isShared ? one : start.output[2] && new Ring(start.output[2]) };
    this.#caller = new SyncCaller(start.syncMemory);
  }

  post(message: FromThread, transfer: readonly Transferable[] = []): void {
    nativePort.post(this.#port, message, transfer);
  }

  /** Blocks while the reader of the output is behind, as a write to a full pipe does. */
  write(descriptor: 1 | 2, chunk: string | Uint8Array): void {
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
    this.#rings[descriptor]?.write(this.#gid, descriptor, bytes, () =>
      this.post({ type: 'output', descriptor }),
    );
  }

  /**
   * Waits for the kernel's answer, without turning the event loop.
   * @throws {SystemError} as the call does
   */
  call(call: SystemCall): unknown {
    const answer = this.#caller.call(
      () => this.post({ type: 'call', call }),
      () => this.post({ type: 'more' }),
    );
    if (answer.kind === 'json' && isFailure(answer.value)) throw fromRecord(answer.value.failed);
    return answer.value;
  }

  /** @returns what takes the handler off again */
  on<T extends ToThread['type']>(type: T, handler: (message: MessageOf<T>) => void): () => void {
    const handlers = (this.#handlers[type] ?? new Set()) as Set<typeof handler>;
    this.#handlers[type] = handlers as Handlers[T];
    handlers.add(handler);
    return () => handlers.delete(handler);
  }

  /** Hands a message from the kernel to its handlers. */
  receive(message: ToThread): void {
    const handlers = this.#handlers[message.type] as Set<(m: ToThread) => void> | undefined;
    for (const handler of [...(handlers ?? [])]) handler(message);
  }
}

function isFailure(value: unknown): value is { failed: SystemErrorRecord } {
  return value !== null && typeof value === 'object' && 'failed' in value;
}
