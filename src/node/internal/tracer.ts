/**
 * Tells what a thread does, for a run that is traced. It wraps the few methods through which
 * everything passes, on the objects of this thread; a run that is not traced never comes here, so
 * that it pays for one absent callback at most.
 */
import { drawNumber, TRACE } from '../../kernel/counters.ts';
import type { LockTold } from '../../kernel/locks.ts';
import type { SystemCall, ToThread } from '../../kernel/protocol.ts';
import type { RawTraceEvent, TracePlace, TraceType } from '../../kernel/trace.ts';
import type { NodePorts } from './message-port.ts';
import { isMain, type Thread } from './thread.ts';

export interface TracerOptions {
  thread: Thread;
  ports: NodePorts;
  /** Where the program is now. */
  place: () => TracePlace | undefined;
}

export function installTracer({ thread, ports, place }: TracerOptions): void {
  const { start, system, payload } = thread;
  const { pid, tid, runMemory, origin } = start;
  const post = system.post.bind(system);
  const clock = performance.now.bind(performance);
  const { timeOrigin } = performance;
  const tell = (type: TraceType, more: Partial<RawTraceEvent> = {}): void => {
    const sequence = drawNumber(runMemory, TRACE);
    const time = timeOrigin + clock() - origin;
    post({ type: 'trace', event: { type, pid, tid, sequence, time, ...more } });
  };
  const here = (): Partial<RawTraceEvent> => {
    const found = place();
    return found ? { place: found } : {};
  };

  const name = payload.kind === 'worker' ? payload.name : 'main';
  tell('started', { name: isMain(thread) ? 'main' : name });

  const send = ports.post.bind(ports);
  ports.post = (port, args) => {
    tell('sent', here());
    send(port, args);
  };
  ports.onReceived = () => tell('received');

  system.onWrite = (descriptor) => {
    const more = { descriptor, ...here() };
    return () => tell('printed', more);
  };
  traceLocks(thread, tell, here);
  traceWaits(thread, tell, here);
}

type Tell = (type: TraceType, more?: Partial<RawTraceEvent>) => void;
type Here = () => Partial<RawTraceEvent>;

function traceLocks({ system }: Thread, tell: Tell, here: Here): void {
  const names = new Map<number, string>();
  const held = new Set<number>();
  const release = (id: number, more: Partial<RawTraceEvent>): void => {
    if (held.delete(id)) tell('released', { lock: names.get(id) ?? '', ...more });
    names.delete(id);
  };
  const hear = ([id, outcome]: LockTold): void => {
    if (outcome === 'stolen') release(id, {});
    if (outcome !== 'granted') return;
    held.add(id);
    tell('acquired', { lock: names.get(id) ?? '' });
  };
  const call = system.call.bind(system);
  system.call = (request: SystemCall) => {
    if (request.op !== 'lock' || request.action === 'query') return call(request);
    if (request.action === 'request') names.set(request.request.id, request.request.name);
    else release(request.id, here());
    const all = call(request) as LockTold[];
    for (const told of all) hear(told);
    return all;
  };
  const receive = system.receive.bind(system);
  system.receive = (message: ToThread, ports: readonly MessagePort[]) => {
    if (message.type === 'lock-told') hear(message.told);
    receive(message, ports);
  };
}

function traceWaits({ system }: Thread, tell: Tell, here: Here): void {
  const native = Atomics.wait;
  const wait = (array: Int32Array, index: number, value: number, timeout?: number): string => {
    const sleeps = Atomics.load(array, index) === value && timeout !== 0;
    if (sleeps) tell('blocked', here());
    try {
      return native(array, index, value, timeout);
    } finally {
      if (sleeps) tell('woke');
    }
  };
  Object.defineProperty(Atomics, 'wait', { value: wait, writable: true, configurable: true });
  const call = system.call.bind(system);
  system.call = (request: SystemCall) => {
    if (request.op !== 'read-stdin') return call(request);
    tell('blocked', here());
    try {
      return call(request);
    } finally {
      tell('woke');
    }
  };
}
