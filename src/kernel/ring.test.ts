import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { createRingMemory, Ring } from './ring.ts';

const text = new TextDecoder();
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);

test('a ring gives back frames in the order of writing, with their tags', () => {
  const ring = new Ring(createRingMemory(64));
  ring.write(1, 1, bytes('one'), () => undefined);
  ring.write(2, 2, bytes('two'), () => undefined);
  const frames = ring.read(100).map((frame) => [frame.tag, text.decode(frame.bytes)]);
  assert.deepEqual(frames, [
    [1, 'one'],
    [2, 'two'],
  ]);
  assert.equal(ring.isEmpty, true);
});

test('a ring rings its bell once until it is read', () => {
  const ring = new Ring(createRingMemory(64));
  let rung = 0;
  for (let count = 0; count < 3; count++) ring.write(1, 1, bytes('x'), () => rung++);
  assert.equal(rung, 1);
  ring.read(100);
  ring.write(1, 1, bytes('x'), () => rung++);
  assert.equal(rung, 2);
});

test('positions wrap around the end of the memory', () => {
  const ring = new Ring(createRingMemory(64));
  for (let round = 0; round < 100; round++) {
    const message = `message ${round}`;
    ring.write(1, 1, bytes(message), () => undefined);
    assert.equal(text.decode(ring.read(100)[0]?.bytes), message);
  }
});

test('reading stops at its limit and goes on where it stopped', () => {
  const ring = new Ring(createRingMemory(256));
  for (const word of ['aaaa', 'bbbb', 'cccc']) ring.write(1, 1, bytes(word), () => undefined);
  assert.equal(ring.read(5).length, 2);
  assert.equal(text.decode(ring.read(5)[0]?.bytes), 'cccc');
});

test('the lock of a writer that died is freed, so that others can write', () => {
  const memory = createRingMemory(64);
  const ring = new Ring(memory);
  const [lock] = [new Int32Array(memory, 0, 1)];
  lock[0] = 7 << 1;
  ring.releaseDead(6);
  assert.equal(lock[0], 7 << 1);
  ring.releaseDead(7);
  ring.write(1, 1, bytes('alive'), () => undefined);
  assert.equal(text.decode(ring.read(100)[0]?.bytes), 'alive');
});

test('a ring whose reader leaves lets the writer go that waits for room', async () => {
  const memory = createRingMemory(64);
  const ring = new Ring(memory);
  const source = `
    const { workerData, parentPort } = require('node:worker_threads');
    import(workerData.module).then(({ Ring }) => {
      const ring = new Ring(workerData.memory);
      let count = 0;
      while (ring.write(1, 1, new Uint8Array(8), () => parentPort.postMessage('written'))) count++;
      parentPort.postMessage(count);
    });`;
  const module = new URL('./ring.ts', import.meta.url).href;
  const worker = new Worker(source, { eval: true, workerData: { memory, module } });
  await once(worker, 'message');
  ring.break();
  for (;;) {
    const [count] = await once(worker, 'message');
    if (count === 'written') continue;
    // Five fit, and one more if it was about to be written when the reader left.
    assert.ok(count <= 6, `${count} frames were written`);
    break;
  }
  assert.equal(
    ring.write(2, 1, bytes('x'), () => undefined),
    false,
  );
  await worker.terminate();
});

test('writers in many threads never tear a frame, and block while the ring is full', async () => {
  const writers = 4;
  const messages = 300;
  const memory = createRingMemory(1024);
  const ring = new Ring(memory);
  const source = `
    const { workerData, parentPort } = require('node:worker_threads');
    import(workerData.module).then(({ Ring }) => {
      const ring = new Ring(workerData.memory);
      const encoder = new TextEncoder();
      for (let n = 0; n < workerData.messages; n++) {
        const body = String(workerData.owner).repeat(1 + n % 60);
        ring.write(workerData.owner, 1, encoder.encode(n + ':' + body), () => undefined);
      }
      parentPort.postMessage('done');
    });`;
  const module = new URL('./ring.ts', import.meta.url).href;
  const workers = Array.from({ length: writers }, (_, index) => {
    const workerData = { memory, owner: index + 1, messages, module };
    return new Worker(source, { eval: true, workerData });
  });
  let running = writers;
  for (const worker of workers) once(worker, 'message').then(() => running--);
  const next = new Map<string, number>();
  let total = 0;
  while (running > 0 || !ring.isEmpty) {
    for (const frame of ring.read(512)) {
      const [count = '', body = ''] = text.decode(frame.bytes).split(':');
      const [owner = ''] = body;
      assert.equal(body, owner.repeat(1 + (Number(count) % 60)));
      assert.equal(Number(count), next.get(owner) ?? 0, `order of writer ${owner}`);
      next.set(owner, Number(count) + 1);
      total++;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.equal(total, writers * messages);
  await Promise.all(workers.map((worker) => worker.terminate()));
});
