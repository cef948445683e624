/** The kernel, driven through its ports by hand: no worker, no browser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kernel } from './kernel.ts';
import { PROCESS_LIMIT } from './limits.ts';
import type { Port } from './port.ts';
import { readOutcome } from './process-run.ts';
import type {
  FromHost,
  FromSpawner,
  FromThread,
  ThreadStart,
  ToHost,
  ToSpawner,
  ToThread,
} from './protocol.ts';
import { Ring } from './ring.ts';

class FakePort<Incoming, Outgoing> implements Port<Incoming, Outgoing> {
  readonly sent: Outgoing[] = [];
  onmessage: Port<Incoming, Outgoing>['onmessage'] = null;
  isClosed = false;
  onSent: (message: Outgoing) => void = () => undefined;

  postMessage(message: Outgoing): void {
    this.sent.push(message);
    this.onSent(message);
  }

  close(): void {
    this.isClosed = true;
  }

  receive(data: Incoming, ports: readonly unknown[] = []): void {
    this.onmessage?.({ data, ports });
  }
}

type ThreadPort = FakePort<FromThread, ToThread>;
const image = { runtime: 'node', argv: ['node', 'main.ts'], env: {}, cwd: '/' };
const encode = (value: string): Uint8Array => new TextEncoder().encode(value);

/**
 * A kernel whose spawner makes threads at once; `threads` are their ports by gid.
 * @param refusal why the browser gives no worker
 */
function setUp({ refusal }: { refusal?: string } = {}) {
  const host = new FakePort<FromHost, ToHost>();
  const spawner = new FakePort<FromSpawner, ToSpawner>();
  const threads = new Map<number, ThreadPort>();
  const ended: number[] = [];
  const timers: (() => void)[] = [];
  const pending: number[] = [];
  spawner.onSent = (message) => {
    if (message.type === 'terminate') ended.push(message.gid);
    else pending.push(message.gid);
  };
  const kernel = new Kernel({
    host,
    spawner,
    spares: 2,
    clock: () => 0,
    now: () => 0,
    later: (action) => timers.push(action),
    channel: () => [new FakePort(), new FakePort()],
  });
  const createPending = (): void => {
    for (let gid = pending.shift(); gid !== undefined; gid = pending.shift()) {
      if (refusal !== undefined) {
        spawner.receive({ type: 'failed', gid, reason: refusal });
        continue;
      }
      const port: ThreadPort = new FakePort();
      threads.set(gid, port);
      spawner.receive({ type: 'created', gid }, [port]);
      port.receive({ type: 'ready' });
    }
  };
  createPending();
  const started = (): { port: ThreadPort; start: ThreadStart }[] =>
    [...threads.values()].flatMap((port) => {
      const start = port.sent.find((message) => message.type === 'start');
      return start ? [{ port, start }] : [];
    });
  const run = (terminal = { cols: 80, rows: 24 }): void => {
    host.receive({ type: 'run', trace: false, image, files: [], terminal, onDemand: [] });
    createPending();
  };
  return { kernel, host, spawner, threads, ended, timers, started, run, createPending };
}

function main({ started }: ReturnType<typeof setUp>) {
  const [first] = started();
  assert.ok(first);
  return first;
}

/** Lets the thread behind `port` start a process that has its streams. */
function spawnProcess(port: ThreadPort, pid: number): void {
  const output = { 1: 'inherit', 2: 'inherit' } as const;
  port.receive({ type: 'spawn-process', pid, image, input: 'inherit', output, payload: null });
}

test('a kernel without a first thread says why, instead of never being ready', () => {
  const { host } = setUp({ refusal: 'blocked by a policy' });
  assert.deepEqual(host.sent[0], { type: 'failed', reason: 'blocked by a policy' });
  assert.equal(
    host.sent.some(({ type }) => type === 'ready'),
    false,
  );
});

test('a run starts the main thread of one process, and reports its exit code', () => {
  const setup = setUp();
  setup.run();
  const { port, start } = main(setup);
  assert.equal(start.tid, 0);
  assert.deepEqual(start.image, image);
  port.receive({ type: 'exit', code: 3, signal: null });
  assert.deepEqual(setup.host.sent.at(-1), { type: 'exit', code: 3, signal: null });
  assert.deepEqual(setup.ended, [start.gid]);
});

test('output that was written before the exit arrives before it', () => {
  const setup = setUp();
  setup.run();
  const { port, start } = main(setup);
  new Ring(start.output[1] as SharedArrayBuffer).write(start.gid, 1, encode('last words'), () =>
    port.receive({ type: 'output', descriptor: 1 }),
  );
  port.receive({ type: 'exit', code: 0, signal: null });
  const types = setup.host.sent.map((message) => message.type);
  assert.deepEqual(types, ['ready', 'output', 'exit']);
});

test('the kernel stops reading while the host has not consumed what it was sent', () => {
  const setup = setUp();
  setup.run();
  const { port, start } = main(setup);
  const ring = new Ring(start.output[1] as SharedArrayBuffer);
  const chunk = new Uint8Array(16_000);
  const total = (): number =>
    setup.host.sent.reduce((sum, m) => sum + (m.type === 'output' ? m.bytes.length : 0), 0);
  for (let round = 0; round < 12; round++) {
    ring.write(start.gid, 1, chunk, () => port.receive({ type: 'output', descriptor: 1 }));
  }
  const before = total();
  assert.ok(before < 12 * chunk.length, `held back: ${before}`);
  setup.host.receive({ type: 'credit', bytes: before });
  assert.equal(total(), 12 * chunk.length);
});

test('a process that a signal ends takes its threads with it', () => {
  const setup = setUp();
  setup.run();
  const { port, start } = main(setup);
  port.receive({ type: 'spawn-thread', tid: 1, payload: null });
  setup.createPending();
  const worker = setup.started().find((each) => each.start.tid === 1);
  assert.ok(worker);
  port.receive({ type: 'kill', pid: start.pid, signal: 'SIGTERM' });
  assert.deepEqual(setup.host.sent.at(-1), { type: 'exit', code: null, signal: 'SIGTERM' });
  assert.deepEqual(setup.ended.sort(), [start.gid, worker.start.gid].sort());
});

test('a thread that is terminated takes the threads that it has started, and whoever watches is told', () => {
  const setup = setUp();
  setup.run();
  const { port, start } = main(setup);
  port.receive({ type: 'spawn-thread', tid: 1, payload: null });
  setup.createPending();
  const worker = setup.started().find((each) => each.start.tid === 1);
  assert.ok(worker);
  worker.port.receive({ type: 'spawn-thread', tid: 2, payload: null });
  setup.createPending();
  worker.port.receive({ type: 'spawn-thread', tid: 3, payload: null });
  for (const tid of [1, 2, 3, 4]) port.receive({ type: 'watch-thread', tid });
  port.receive({ type: 'terminate-thread', tid: 1 });
  assert.equal(setup.ended.includes(start.gid), false);
  const told = port.sent.flatMap((message) => (message.type === 'thread-gone' ? message.tid : []));
  assert.deepEqual(told.sort(), [1, 2, 3], 'not 4, which may come yet');
  port.receive({ type: 'watch-thread', tid: 1 });
  assert.deepEqual(port.sent.at(-1), { type: 'thread-gone', tid: 1 }, 'asked afterwards');
});

test('a process whose parent thread is terminated learns that it has lost it', () => {
  const setup = setUp();
  setup.run();
  const { port } = main(setup);
  port.receive({ type: 'spawn-thread', tid: 1, payload: null });
  setup.createPending();
  const worker = setup.started().find((each) => each.start.tid === 1);
  assert.ok(worker);
  spawnProcess(worker.port, 1002);
  setup.createPending();
  port.receive({ type: 'terminate-thread', tid: 1 });
  const child = setup.started().find((each) => each.start.pid === 1002);
  assert.deepEqual(child?.port.sent.at(-1), { type: 'parent-ended', ppid: 1000 });
});

test('a pipe breaks when its reader ends or leaves it, and so for who has inherited it', () => {
  const setup = setUp();
  setup.run();
  const { port } = main(setup);
  const output = { 1: 'pipe', 2: 'pipe' } as const;
  port.receive({ type: 'spawn-process', pid: 1001, image, input: 'ignore', output, payload: null });
  setup.createPending();
  const child = setup.started().find((each) => each.start.pid === 1001);
  assert.ok(child?.start.output[1] && child.start.output[2]);
  spawnProcess(child.port, 1002);
  setup.createPending();
  const heir = setup.started().find((each) => each.start.pid === 1002);
  const [one, two] = [new Ring(child.start.output[1]), new Ring(child.start.output[2])];
  assert.equal(heir?.start.output[1], child.start.output[1]);
  const write = (ring: Ring): boolean => ring.write(9, 1, encode('text'), () => undefined);
  child.port.receive({ type: 'leave-output', pid: 1001, descriptor: 1 });
  assert.equal(write(one), true, 'only who reads a pipe can leave it');
  port.receive({ type: 'leave-output', pid: 1001, descriptor: 1 });
  assert.deepEqual([write(one), write(two)], [false, true]);
  port.receive({ type: 'exit', code: 0, signal: null });
  assert.equal(write(two), false);
  const told = heir?.port.sent.filter(({ type }) => type === 'parent-ended');
  assert.deepEqual(told, [], 'its own parent lives');
  assert.deepEqual(child.port.sent.at(-1), { type: 'parent-ended', ppid: 1 });
});

test('a watched signal is delivered; the same signal unwatched ends the process', () => {
  const setup = setUp();
  setup.run();
  const { port, start } = main(setup);
  port.receive({ type: 'watch-signal', signal: 'SIGTERM', watched: true });
  port.receive({ type: 'kill', pid: start.pid, signal: 'SIGTERM' });
  assert.deepEqual(port.sent.at(-1), { type: 'signal', signal: 'SIGTERM' });
  port.receive({ type: 'watch-signal', signal: 'SIGTERM', watched: false });
  port.receive({ type: 'kill', pid: start.pid, signal: 'SIGTERM' });
  assert.deepEqual(setup.host.sent.at(-1), { type: 'exit', code: null, signal: 'SIGTERM' });
});

test('Ctrl-C is SIGINT; whoever survives the second is killed', () => {
  const setup = setUp();
  setup.run();
  const { port } = main(setup);
  port.receive({ type: 'watch-signal', signal: 'SIGINT', watched: true });
  setup.host.receive({ type: 'input', bytes: encode('\x03') });
  assert.deepEqual(port.sent.at(-1), { type: 'signal', signal: 'SIGINT' });
  assert.equal(setup.timers.length, 0);
  setup.host.receive({ type: 'input', bytes: encode('\x03') });
  assert.equal(setup.timers.length, 1);
  setup.timers[0]?.();
  assert.deepEqual(setup.host.sent.at(-1), { type: 'exit', code: null, signal: 'SIGINT' });
});

test('the run lasts until every process has ended; the code is the first one’s', () => {
  const setup = setUp();
  setup.run();
  const { port } = main(setup);
  spawnProcess(port, 1001);
  setup.createPending();
  const child = setup.started().find((each) => each.start.pid === 1001);
  assert.ok(child);
  port.receive({ type: 'exit', code: 5, signal: null });
  assert.equal(
    setup.host.sent.some((message) => message.type === 'exit'),
    false,
  );
  assert.deepEqual(child.port.sent.at(-1), { type: 'parent-ended', ppid: 1 });
  child.port.receive({ type: 'exit', code: 0, signal: null });
  assert.deepEqual(setup.host.sent.at(-1), { type: 'exit', code: 5, signal: null });
});

test('a process whose parent ended before it had a thread is told so', () => {
  const setup = setUp();
  setup.run();
  const { port } = main(setup);
  spawnProcess(port, 1001);
  port.receive({ type: 'exit', code: 0, signal: null });
  setup.createPending();
  const child = setup.started().find((each) => each.start.pid === 1001);
  assert.deepEqual(child?.port.sent.at(-1), { type: 'parent-ended', ppid: 1 });
});

test('a process beyond the limit is refused, and the others live', () => {
  const setup = setUp();
  setup.run();
  const { port } = main(setup);
  for (let pid = 1001; pid < 1001 + PROCESS_LIMIT; pid++) spawnProcess(port, pid);
  const refused = port.sent.filter((message) => message.type === 'spawn-failed');
  assert.deepEqual(refused, [
    { type: 'spawn-failed', kind: 'process', id: 1000 + PROCESS_LIMIT, reason: 'EAGAIN' },
  ]);
});

test('an unknown message throws', () => {
  const setup = setUp();
  setup.run();
  const { port } = main(setup);
  assert.throws(() => port.receive({ type: 'nonsense' } as never), /unknown message/);
  assert.throws(() => setup.host.receive({ type: 'nonsense' } as never), /unknown message/);
});

test('a thread that waits for a process is answered when the process and its pipes have ended', () => {
  const setup = setUp();
  setup.run();
  const [{ port, start } = assert.fail('nothing started')] = setup.started();
  const request = {
    op: 'run-process',
    pid: 1001,
    image,
    input: 'ignore',
    output: { 1: 'pipe', 2: 'ignore' },
    payload: null,
    bytes: new Uint8Array(0),
    limit: 10,
    timeout: 0,
    killSignal: 'SIGTERM',
  } as const;
  port.receive({ type: 'call', call: request });
  setup.createPending();
  const child = setup.started().find((each) => each.start.pid === 1001);
  const memory = child?.start.output[1];
  assert.ok(child && memory);
  const state = new Int32Array(start.syncMemory);
  const print = (text: string): boolean =>
    new Ring(memory).write(child.start.gid, 1, encode(text), () =>
      child.port.receive({ type: 'output', descriptor: 1 }),
    );
  print('printed');
  assert.equal(state[0], 0);
  child.port.receive({ type: 'exit', code: 3, signal: null });
  assert.equal(state[0], 1);
  const answer = new Uint8Array(start.syncMemory).slice(16, 16 + (state[1] ?? 0));
  const outcome = readOutcome(answer);
  assert.equal(new TextDecoder().decode(outcome.output), 'printed');
  assert.deepEqual([outcome.code, outcome.signal, outcome.failure], [3, null, null]);
});

test('a signal for a process that is not there fails with ESRCH', () => {
  const setup = setUp();
  setup.run();
  const [{ port, start } = assert.fail('nothing started')] = setup.started();
  port.receive({ type: 'call', call: { op: 'kill', pid: 4711, signal: null } });
  const length = new Int32Array(start.syncMemory)[1] ?? 0;
  const answer = new TextDecoder().decode(new Uint8Array(start.syncMemory).slice(16, 16 + length));
  assert.match(answer, /ESRCH/);
});

test('what a thread is to read first is answered with its start, as things are then', () => {
  const setup = setUp();
  const files = [{ path: '/main.ts', bytes: encode('1;') }];
  const reads = [
    { op: 'stat', path: '/gone.ts' },
    { op: 'read-source', path: '/main.ts' },
    { op: 'read-source', path: '/on-demand.js' },
  ] as const;
  const onDemand = ['/on-demand.js'];
  const terminal = { cols: 80, rows: 24 };
  setup.host.receive({ type: 'run', trace: false, image, files, terminal, onDemand, reads });
  const [gone, source, ...more] = main(setup).start.answers;
  assert.deepEqual(gone?.value, { failed: { code: 'ENOENT', syscall: 'stat', path: '/gone.ts' } });
  assert.deepEqual(source?.value, { text: '1;', attributes: {} });
  assert.deepEqual(more, []);
});

test('the kernel tells the end of each thread of a traced run, and of no other', () => {
  const ends = (trace: boolean): unknown[] => {
    const setup = setUp();
    const terminal = { cols: 80, rows: 24 };
    setup.host.receive({ type: 'run', trace, image, files: [], terminal, onDemand: [] });
    const { port } = main(setup);
    port.receive({ type: 'spawn-thread', tid: 1, payload: null });
    setup.createPending();
    port.receive({ type: 'terminate-thread', tid: 1 });
    port.receive({ type: 'exit', code: 3, signal: null });
    return setup.host.sent.flatMap((message) =>
      message.type === 'trace' ? [[message.event.type, message.event.tid, message.event.end]] : [],
    );
  };
  assert.deepEqual(ends(true), [
    ['ended', 1, 1],
    ['ended', 0, 3],
  ]);
  assert.deepEqual(ends(false), []);
});
