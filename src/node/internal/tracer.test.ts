/** The tracer over a thread of fakes: which events it tells, and around what. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { createCounter } from '../../kernel/counters.ts';
import type { LockTold } from '../../kernel/locks.ts';
import type { FromThread, SystemCall, ToThread } from '../../kernel/protocol.ts';
import type { RawTraceEvent } from '../../kernel/trace.ts';
import { installTracer, type TracerOptions } from './tracer.ts';

const { wait } = Atomics;
afterEach(() => {
  Object.defineProperty(Atomics, 'wait', { value: wait });
});

const place = { file: '/main.ts', line: 3, column: 1 };

/** `log` has the types of what was told, and in between what the thread itself did. */
function setUp(payload: object = { kind: 'root' }, tid = 0) {
  const log: string[] = [];
  const events: RawTraceEvent[] = [];
  /** What the kernel answers. */
  let told: readonly LockTold[] = [];
  const answer = (next: typeof told): void => {
    told = next;
  };
  const system = {
    post(message: FromThread) {
      if (message.type !== 'trace') return void log.push(`(${message.type})`);
      events.push(message.event);
      log.push(message.event.type);
    },
    receive: (message: ToThread, _ports: readonly MessagePort[]) =>
      void log.push(`(${message.type})`),
    call: ({ op }: SystemCall): unknown => {
      log.push(`(${op})`);
      return told;
    },
    onWrite: undefined as ((descriptor: 1 | 2) => () => void) | undefined,
  };
  const ports = {
    post: () => void log.push('(posted)'),
    onReceived: undefined as (() => void) | undefined,
  };
  const start = { pid: 1000, tid, runMemory: createCounter(1001), origin: performance.timeOrigin };
  const thread = { start, system, payload };
  installTracer({ thread, ports, place: () => place } as unknown as TracerOptions);
  log.shift();
  return { log, events, system, ports, answer };
}

test('the first event is the start, with the name of the thread', () => {
  const [main] = setUp().events;
  assert.deepEqual([main?.type, main?.pid, main?.tid, main?.name], ['started', 1000, 0, 'main']);
  const [worker] = setUp({ kind: 'worker', name: 'adder' }, 2).events;
  assert.deepEqual([worker?.tid, worker?.name], [2, 'adder']);
});

test('events are numbered in their order, and their time is that of the run', () => {
  const { events, ports } = setUp();
  const before = performance.now();
  ports.onReceived?.();
  ports.onReceived?.();
  const [, first, second] = events;
  assert.ok(first && second);
  assert.equal(second.sequence, first.sequence + 1);
  assert.ok(first.time >= before && second.time <= performance.now());
});

test('sending is told before the message leaves, with the place', () => {
  const { log, events, ports } = setUp();
  Reflect.apply(ports.post, ports, [{}, ['value']]);
  assert.deepEqual(log, ['sent', '(posted)']);
  assert.deepEqual(events.at(-1)?.place, place);
});

test('printing is told when the output lets it, with the place where the program called', () => {
  const { log, events, system } = setUp();
  const printed = system.onWrite?.(2);
  assert.deepEqual(log, []);
  printed?.();
  assert.deepEqual(log, ['printed']);
  assert.deepEqual([events.at(-1)?.descriptor, events.at(-1)?.place], [2, place]);
});

test('only a wait that sleeps is told', () => {
  const { log } = setUp();
  const words = new Int32Array(new SharedArrayBuffer(4));
  assert.equal(Atomics.wait(words, 0, 1), 'not-equal');
  assert.equal(Atomics.wait(words, 0, 0, 0), 'timed-out');
  assert.deepEqual(log, []);
  assert.equal(Atomics.wait(words, 0, 0, 1), 'timed-out');
  assert.deepEqual(log, ['blocked', 'woke']);
});

test('a wait that throws is told to its end', () => {
  const { log } = setUp();
  const words = new Int32Array(4);
  assert.throws(() => Atomics.wait(words, 0, 0), TypeError);
  assert.deepEqual(log, ['blocked', 'woke']);
});

test('a read of standard input blocks; other calls are not told', () => {
  const { log, system } = setUp();
  system.call({ op: 'stat', path: '/' });
  system.call({ op: 'read-stdin' });
  assert.deepEqual(log, ['(stat)', 'blocked', '(read-stdin)', 'woke']);
});

const request = (id: number) =>
  ({
    op: 'lock',
    action: 'request',
    request: { id, name: 'door', mode: 'exclusive', ifAvailable: false, steal: false },
  }) as const;
const release = (id: number) => ({ op: 'lock', action: 'release', id }) as const;

test('a lock is acquired when it is granted, and released once', () => {
  const { log, events, system, answer } = setUp();
  answer([[7, 'granted']]);
  system.call(request(7));
  answer([]);
  system.call(release(7));
  system.call(release(7));
  assert.deepEqual(log, ['(lock)', 'acquired', 'released', '(lock)', '(lock)']);
  assert.deepEqual(
    events.slice(1).map(({ lock }) => lock),
    ['door', 'door'],
  );
});

test('a lock that is granted later is acquired before its callback can run', () => {
  const { log, system } = setUp();
  system.call(request(7));
  system.receive({ type: 'lock-told', told: [7, 'granted'] }, []);
  assert.deepEqual(log, ['(lock)', 'acquired', '(lock-told)']);
});

test('a lock that is stolen is released; one that was never granted is not', () => {
  const { log, system } = setUp();
  for (const id of [1, 2]) system.call(request(id));
  system.receive({ type: 'lock-told', told: [1, 'granted'] }, []);
  system.receive({ type: 'lock-told', told: [1, 'stolen'] }, []);
  system.call(release(2));
  assert.deepEqual(
    log.filter((each) => !each.startsWith('(')),
    ['acquired', 'released'],
  );
});
