/** The trace of a run: what its threads did, in an order that agrees with what they could observe. */
import type { Page } from '@playwright/test';
import type { Engine, TraceEvent } from '../src/engine/engine.ts';
import { expect, test } from './fixtures.ts';

interface Traced {
  events: TraceEvent[];
  output: string;
  code: number;
}

const locks = `
import { locks, Worker, isMainThread, parentPort, threadId } from 'node:worker_threads';
if (isMainThread) {
  for (const name of ['left', 'right']) {
    const worker = new Worker(import.meta.filename, { name });
    worker.on('message', (message) => worker.postMessage('thanks for ' + message));
  }
} else {
  // A request that waits for the lock keeps no thread alive; this listener does.
  parentPort.once('message', () => parentPort.close());
  for (let turn = 0; turn < 3; turn++) {
    await locks.request('the lock', () => console.log('in', threadId));
  }
  parentPort.postMessage('work');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}
`;

const forks = `
import { fork } from 'node:child_process';
if (process.send) {
  process.once('message', () => {
    console.log('child');
    process.send('answer');
    process.disconnect();
  });
} else {
  const child = fork(import.meta.filename);
  child.once('message', () => console.log('parent'));
  child.send('question');
}
`;

function trace(page: Page, source: string): Promise<Traced> {
  return page.evaluate(async (contents) => {
    const address = '/engine/interleave.js';
    const { boot } = (await import(address)) as { boot(): Promise<Engine> };
    const engine = await boot();
    await engine.mount({ 'main.mjs': { file: { contents } } });
    const events: TraceEvent[] = [];
    const onTrace = (event: TraceEvent): void => {
      events.push(event);
    };
    const child = await engine.spawn('node', ['main.mjs'], { onTrace });
    let output = '';
    const collect = (text: string): void => {
      output += text;
    };
    await child.output.pipeTo(new WritableStream({ write: collect }));
    const code = await child.exit;
    engine.teardown();
    events.sort((a, b) => a.sequence - b.sequence);
    return { events, output, code };
  }, source);
}

const key = ({ actor }: TraceEvent): string => `${actor.pid}/${actor.tid}`;
const typesOf = (events: readonly TraceEvent[]): string[] => events.map(({ type }) => type);

/** What must hold of every trace. */
function expectConsistent(events: readonly TraceEvent[]): Map<string, TraceEvent[]> {
  expect(new Set(events.map(({ sequence }) => sequence)).size).toBe(events.length);
  const actors = Map.groupBy(events, key);
  for (const own of actors.values()) {
    const types = typesOf(own);
    expect(types.indexOf('started')).toBe(0);
    expect(types.lastIndexOf('started')).toBe(0);
    expect(types.indexOf('ended')).toBe(types.length - 1);
    const times = own.map(({ time }) => time);
    expect(times.slice(0, -1)).toEqual(times.slice(0, -1).sort((a, b) => a - b));
    let isBlocked = false;
    for (const type of types) {
      if (type === 'blocked' || type === 'woke') expect(isBlocked).toBe(type === 'woke');
      isBlocked = type === 'blocked';
    }
  }
  let onTheirWay = 0;
  for (const { type } of events) {
    if (type === 'sent') onTheirWay++;
    if (type === 'received') onTheirWay--;
    expect(onTheirWay).toBeGreaterThanOrEqual(0);
  }
  return actors;
}

test('threads that take turns at a lock: started, acquired and released in turn, ended', async ({
  page,
}) => {
  await page.goto('/engine/');
  const { events, output, code } = await trace(page, locks);
  expect(code).toBe(0);
  const actors = expectConsistent(events);
  expect([...actors.values()].map(([first]) => first?.actor.name).sort()).toEqual([
    'left',
    'main',
    'right',
  ]);
  // Never two owners: by the sequence, each takes the lock only after the other has let it go.
  const turns = events.filter(({ type }) => type === 'acquired' || type === 'released');
  expect(turns).toHaveLength(12);
  for (let at = 0; at < turns.length; at += 2) {
    expect(typesOf(turns.slice(at, at + 2))).toEqual(['acquired', 'released']);
    expect(turns[at]?.actor).toEqual(turns[at + 1]?.actor);
    expect(turns[at]?.lock).toBe('the lock');
  }
  const printed = events.filter(({ type }) => type === 'printed');
  expect(printed.map(({ actor }) => `in ${actor.tid}\n`).join('')).toBe(output);
  expect(printed[0]?.place).toEqual({ file: '/home/reader/main.mjs', line: 12, column: 51 });
  expect(events.filter(({ type }) => type === 'sent')).toHaveLength(4);
  expect(events.filter(({ type }) => type === 'received')).toHaveLength(4);
  expect(events.filter(({ type }) => type === 'blocked')).toHaveLength(2);
});

test('processes that send messages: sent before received, printed between', async ({ page }) => {
  await page.goto('/engine/');
  const { events, output, code } = await trace(page, forks);
  expect(code).toBe(0);
  expect(output).toBe('child\nparent\n');
  expectConsistent(events);
  const [first, second] = [...new Set(events.map(({ actor }) => actor.pid))];
  const story = events
    .filter(({ type }) => ['sent', 'received', 'printed'].includes(type))
    .map(({ type, actor }) => `${actor.pid === first ? 'parent' : 'child'} ${type}`);
  expect(second).toBeGreaterThan(first ?? 0);
  expect(story).toEqual([
    'parent sent',
    'child received',
    'child printed',
    'child sent',
    'parent received',
    'parent printed',
  ]);
});
