import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EngineError } from '../engine/engine.ts';
import { FakeEngine, FakeTerminal, settle } from './fakes.ts';
import { Runner } from './runner.ts';
import type { RunState } from './status-text.ts';

const command = (contents: string) => () => ({
  name: 'node',
  args: ['main.ts'],
  directory: 'threads/lock',
  tree: { 'main.ts': { file: { contents } } },
});

function create(openEngine?: () => Promise<FakeEngine>) {
  const engine = new FakeEngine();
  const terminal = new FakeTerminal();
  const states: RunState[] = [];
  const runner = new Runner({
    openEngine: openEngine ?? (async () => engine),
    openTerminal: async () => terminal,
    onState: (state) => states.push(state),
  });
  const kinds = () => states.map(({ kind }) => kind);
  return { engine, terminal, states, runner, kinds };
}

test('a run goes from loading to running to its exit code', async () => {
  const { engine, runner, states, kinds } = create();
  const ended = runner.run(command('a'));
  await settle();
  engine.spawned[0]?.process.end(3);
  await ended;
  assert.deepEqual(kinds(), ['loading', 'running', 'exited']);
  assert.partialDeepStrictEqual(states.at(-1), { kind: 'exited', code: 3 });
});

test('Run while a program runs ends it and starts again in an empty terminal', async () => {
  const { engine, terminal, runner, states } = create();
  const first = runner.run(command('a'));
  await settle();
  engine.spawned[0]?.process.print('old\n');
  await settle();
  const second = runner.run(command('edited'));
  await first;
  await settle();
  assert.equal(engine.spawned[0]?.process.killed, true);
  assert.equal(terminal.text, '');
  assert.deepEqual(engine.mounted[1]?.tree, { 'main.ts': { file: { contents: 'edited' } } });
  engine.spawned[1]?.process.end(0);
  await second;
  assert.deepEqual(
    states.map(({ kind }) => kind),
    ['loading', 'running', 'loading', 'running', 'exited'],
  );
});

test('Stop ends a program, and says so', async () => {
  const { runner, states } = create();
  const ended = runner.run(command('a'));
  await settle();
  runner.stop();
  await ended;
  assert.partialDeepStrictEqual(states.at(-1), { kind: 'stopped', code: 137 });
});

test('Stop while the engine starts gives up waiting and starts nothing', async () => {
  const opening = Promise.withResolvers<FakeEngine>();
  const { engine, runner, kinds } = create(() => opening.promise);
  const ended = runner.run(command('a'));
  await settle();
  runner.stop();
  await ended;
  opening.resolve(engine);
  await settle();
  assert.deepEqual(kinds(), ['loading', 'idle']);
  assert.deepEqual(engine.spawned, []);
});

test('an engine that does not start is told with its code, and Run tries again', async () => {
  const engine = new FakeEngine();
  const attempts = [
    Promise.reject(new EngineError('ERR_FRAME', 'The frame was blocked.')),
    Promise.resolve(engine),
  ];
  const again = () => attempts.shift() ?? Promise.reject(new Error('asked too often'));
  const { runner, states } = create(again);
  await runner.run(command('a'));
  assert.deepEqual(states.at(-1), {
    kind: 'failed',
    message: 'The frame was blocked. (ERR_FRAME)',
    recovery: 'retry',
  });
  const ended = runner.run(command('a'));
  await settle();
  engine.spawned[0]?.process.end(0);
  await ended;
  assert.partialDeepStrictEqual(states.at(-1), { kind: 'exited', code: 0 });
});

test('Reset of a running program ends it and returns to the state before the first run', async () => {
  const { engine, runner, kinds } = create();
  const ended = runner.run(command('a'));
  await settle();
  await runner.reset();
  await ended;
  assert.equal(engine.spawned[0]?.process.killed, true);
  assert.equal(kinds().at(-1), 'idle');
});

test('a disposed runner has killed its program and says nothing more', async () => {
  const { engine, terminal, runner, kinds } = create();
  const ended = runner.run(command('a'));
  await settle();
  runner.dispose();
  await ended;
  assert.equal(engine.spawned[0]?.process.killed, true);
  assert.equal(terminal.disposed, true);
  assert.deepEqual(kinds(), ['loading', 'running']);
});
