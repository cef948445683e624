/**
 * `postMessageToThread`: a message to any thread of the process, answered when it was handled. Node's
 * thread does not wait for the answer, yet gets it nearly always, as its end takes so long; here a
 * thread lives until it has come, or cannot come any more.
 */
import type { ThreadMessageOutcome } from '../../kernel/protocol.ts';
import type { EventEmitter } from '../events.ts';
import { nodeError } from './errors.ts';
import type { NodePorts } from './message-port.ts';
import type { Luggage } from './port-wire.ts';
import type { Thread } from './thread.ts';
import { transferList } from './transfer-list.ts';
import { validateNumber } from './validators.ts';

const failures: Record<
  Exclude<ThreadMessageOutcome, 'handled' | 'unanswered'>,
  readonly [string, string]
> = {
  absent: ['ERR_WORKER_MESSAGING_FAILED', 'Cannot find the destination thread or listener'],
  failed: [
    'ERR_WORKER_MESSAGING_ERRORED',
    'The destination thread threw an error while processing the message',
  ],
};

/** @param process on which a message arrives, as a `workerMessage` event */
export function createThreadMessages(thread: Thread, ports: NodePorts, process: EventEmitter) {
  const { loop, system, start } = thread;
  const pending = new Map<number, PromiseWithResolvers<void>>();
  let nextId = 1;

  const settle = (id: number, outcome: ThreadMessageOutcome): void => {
    const entry = pending.get(id);
    if (!entry) return;
    pending.delete(id);
    loop.unref();
    // As in Node, nobody is told that a thread has ended before it could answer.
    if (outcome === 'handled') entry.resolve();
    else if (outcome !== 'unanswered') entry.reject(nodeError(...failures[outcome]));
  };
  const handle = (value: unknown, from: number): ThreadMessageOutcome => {
    try {
      return process.emit('workerMessage', value, from) ? 'handled' : 'absent';
    } catch {
      // The error belongs to the sender, who is told that the listener failed.
      return 'failed';
    }
  };
  system.on('thread-message', ({ id, from, value, luggage }, received) =>
    loop.dispatch(() => {
      ports.adopt(received, luggage as Luggage[]);
      const outcome = handle(value, from);
      system.post({ type: 'thread-message-handled', id, to: from, outcome });
    }),
  );
  system.on('thread-message-handled', ({ id, outcome }) =>
    loop.dispatch(() => settle(id, outcome)),
  );

  return async function postMessageToThread(
    threadId: unknown,
    value: unknown,
    ...rest: [unknown?, unknown?]
  ): Promise<void> {
    if (typeof threadId === 'number' && threadId === start.tid) {
      throw nodeError(
        'ERR_WORKER_MESSAGING_SAME_THREAD',
        'Cannot sent a message to the same thread',
      );
    }
    const isTimeout = typeof rest[0] === 'number' && rest[1] === undefined;
    const [list, timeout] = isTimeout ? [[], rest[0]] : rest;
    if (timeout !== undefined) validateNumber(timeout, 'timeout', 0);
    const transfer = Array.isArray(list) ? transferList(list) : [];
    const id = nextId++;
    const entry = Promise.withResolvers<void>();
    ports.marks.check(value, transfer);
    const to = Number(threadId);
    ports.transfer(transfer, to, (luggage, all) =>
      system.post({ type: 'thread-message', id, to, value, luggage }, all),
    );
    pending.set(id, entry);
    loop.ref();
    if (timeout !== undefined) {
      setTimeout(() => {
        if (!pending.delete(id)) return;
        loop.unref();
        const message = 'Sending a message to another thread timed out';
        entry.reject(nodeError('ERR_WORKER_MESSAGING_TIMEOUT', message));
      }, timeout).unref();
    }
    return entry.promise;
  };
}

/** Node's own, which `installGlobals` has put in place by the time anybody sends. */
declare function setTimeout(callback: () => void, milliseconds: number): { unref(): void };
