import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import type { ToThread } from '../kernel/protocol.ts';
import { StartGate } from './start-gate.ts';

const start = { type: 'start', isWrapped: false } as ToThread;
const signal: ToThread = { type: 'signal', signal: 'SIGINT' };
const pong: ToThread = { type: 'pong' };
const port = {} as MessagePort;

function setUp({ comesConnected = false } = {}) {
  const received: string[] = [];
  let pings = 0;
  const gate = new StartGate(
    ({ type, ...rest }, { length }) =>
      received.push([type, length, ...('payload' in rest ? [rest.payload] : [])].join(' ')),
    comesConnected ? undefined : () => pings++,
  );
  const pass = (message: ToThread, ports: MessagePort[] = []): void => gate.pass(message, ports);
  return { received, pass, pings: () => pings };
}

/** A start, wrapped with a payload and a port as the kernel does it. */
function wrapped(payload: string) {
  const { port1, port2 } = new MessageChannel();
  const inner = new MessageChannel();
  port1.postMessage(payload, [inner.port1]);
  return {
    message: { type: 'start', isWrapped: true, payload: null } as ToThread,
    ports: [port2],
    arrival: once(port2, 'message'),
    [Symbol.dispose]: () => port1.close(),
  };
}

test('a start with ports waits for two answers, and what came meanwhile follows it', () => {
  const { received, pass, pings } = setUp();
  pass(start, [port]);
  pass(signal);
  assert.equal(pings(), 1);
  pass(pong);
  assert.deepEqual(received, []);
  assert.equal(pings(), 2);
  pass(pong);
  pass(signal);
  assert.deepEqual(received, ['start 1', 'signal 0', 'signal 0']);
  assert.equal(pings(), 2);
});

test('a start without ports does not wait', () => {
  const { received, pass, pings } = setUp();
  pass(start);
  assert.deepEqual(received, ['start 0']);
  assert.equal(pings(), 0);
});

test('where ports come connected, no start waits', () => {
  const { received, pass } = setUp({ comesConnected: true });
  pass(start, [port]);
  assert.deepEqual(received, ['start 1']);
});

test('a wrapped start gets payload and ports out, and what came meanwhile follows it', async () => {
  const { received, pass } = setUp({ comesConnected: true });
  using parcel = wrapped('the work');
  pass(parcel.message, parcel.ports);
  pass(signal);
  assert.deepEqual(received, []);
  await parcel.arrival;
  assert.deepEqual(received, ['start 1 the work', 'signal 0']);
});

test('the ports of a wrapped start are waited for once they are out', async () => {
  const { received, pass, pings } = setUp();
  using parcel = wrapped('the work');
  pass(parcel.message, parcel.ports);
  assert.equal(pings(), 0);
  await parcel.arrival;
  assert.deepEqual([pings(), received], [1, []]);
  pass(pong);
  pass(pong);
  assert.deepEqual(received, ['start 1 the work']);
});
