import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeEngine, FakeTerminal, settle } from './fakes.ts';
import { runProgram } from './run-session.ts';

async function start() {
  const engine = new FakeEngine();
  const terminal = new FakeTerminal();
  const abort = new AbortController();
  const tree = { 'main.ts': { file: { contents: '' } } };
  const ended = runProgram({
    engine,
    command: {
      name: 'node',
      args: ['main.ts'],
      directory: 'threads/lock',
      tree,
      removed: ['old.ts'],
    },
    terminal,
    signal: abort.signal,
    onStart: () => undefined,
  });
  await settle();
  const [spawned] = engine.spawned;
  assert.ok(spawned);
  return { engine, terminal, abort, ended, spawned, process: spawned.process };
}

test('a program is mounted and started in its own directory, without what was removed from it', async () => {
  const { engine, spawned, process, ended } = await start();
  assert.deepEqual(engine.removed, ['threads/lock/old.ts']);
  assert.equal(engine.mounted[0]?.mountPoint, 'threads/lock');
  assert.equal(spawned.line, 'node main.ts');
  assert.equal(spawned.cwd, 'threads/lock');
  process.end(3);
  assert.equal((await ended).code, 3);
});

test('output that was printed before the exit is shown before the run ends', async () => {
  const { terminal, process, ended } = await start();
  process.print('one\n');
  process.print('two\n');
  process.end(0);
  await ended;
  assert.equal(terminal.text, 'one\ntwo\n');
});

test('the next chunk is not read before the terminal has taken the last one in', async () => {
  const { terminal, process, ended } = await start();
  const taken: (() => void)[] = [];
  terminal.pending = taken;
  process.print('one\n');
  process.print('two\n');
  await settle();
  assert.equal(terminal.text, 'one\n');
  taken.shift()?.();
  await settle();
  assert.equal(terminal.text, 'one\ntwo\n');
  taken.shift()?.();
  process.end(0);
  await ended;
});

test('what is typed and the size of the terminal reach the program, until it ends', async () => {
  const { terminal, process, ended } = await start();
  terminal.type('\x03');
  terminal.resize({ cols: 40, rows: 10 });
  process.end(130);
  await ended;
  terminal.type('late');
  await settle();
  assert.deepEqual(process.typed, ['\x03']);
  assert.deepEqual(process.sizes, [{ cols: 40, rows: 10 }]);
});

test('aborting kills the program, whose output is then no longer awaited', async () => {
  const { process, abort, ended } = await start();
  process.print('spinning\n');
  abort.abort();
  assert.equal((await ended).code, 137);
  assert.equal(process.killed, true);
});
