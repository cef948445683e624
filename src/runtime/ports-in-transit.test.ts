import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ToThread } from '../kernel/protocol.ts';
import { PortsInTransit } from './ports-in-transit.ts';

const start = { type: 'start' } as ToThread;
const signal: ToThread = { type: 'signal', signal: 'SIGINT' };
const pong: ToThread = { type: 'pong' };
const port = {} as MessagePort;

function setUp() {
  const received: string[] = [];
  let pings = 0;
  const transit = new PortsInTransit(() => pings++);
  const pass = (message: ToThread, ports: MessagePort[] = []): void =>
    transit.pass(message, ports, ({ type }, { length }) => received.push(`${type} ${length}`));
  return { received, pass, pings: () => pings };
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
