import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TraceEvent } from '../trace.ts';
import { createTraceReader } from './trace-reader.ts';

test('every event carries the name that its actor started with', () => {
  const told: TraceEvent[] = [];
  const read = createTraceReader((event) => told.push(event));
  const common = { time: 0, pid: 1000 };
  read({ ...common, type: 'started', tid: 0, sequence: 1, name: 'main' });
  read({ ...common, type: 'started', tid: 1, sequence: 2, name: 'adder' });
  read({ ...common, type: 'printed', tid: 1, sequence: 3, descriptor: 2 });
  read({ ...common, type: 'started', pid: 1001, tid: 1, sequence: 4, name: 'other' });
  read({ ...common, type: 'ended', tid: 1, sequence: 5, end: 0 });
  assert.deepEqual(
    told.map(({ actor }) => actor.name),
    ['main', 'adder', 'adder', 'other', 'adder'],
  );
  assert.deepEqual(told[2], {
    type: 'printed',
    time: 0,
    sequence: 3,
    descriptor: 2,
    actor: { pid: 1000, tid: 1, name: 'adder' },
  });
});

test('what arrives before its actor has started has no name, rather than another’s', () => {
  const told: TraceEvent[] = [];
  const read = createTraceReader((event) => told.push(event));
  read({ type: 'started', pid: 1000, tid: 1, time: 0, sequence: 1, name: 'adder' });
  read({ type: 'received', pid: 1001, tid: 1, time: 0, sequence: 2 });
  assert.equal(told[1]?.actor.name, '');
});
