import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Attempt, planAttempts } from './check.ts';
import type { Execution } from './execute.ts';
import { makePatterns, pageWith } from './fixture.ts';
import { type Settings, verifyPair } from './pair.ts';
import { loadPattern, type Pattern } from './pattern.ts';
import type { Runtime } from './runtimes.ts';

const python: Runtime = {
  language: 'python',
  name: 'CPython 3.13.0',
  command: 'python3',
  startMethods: ['fork', 'spawn'],
};
const node: Runtime = {
  language: 'typescript',
  name: 'Node 24.0.0',
  command: 'node',
  startMethods: [],
};

const ended = (parts: Partial<Execution> = {}): Execution => ({
  stdout: 'a\n',
  stderr: '',
  exitCode: 0,
  seconds: 1,
  stopped: false,
  ...parts,
});

/** Settings under which every attempt ends as `end` says, without starting anything. */
function settings(end: (attempt: Attempt) => Execution, record = false): Settings {
  return {
    pythons: [python],
    node,
    runs: 2,
    // The experiment of the sample really runs.
    timeout: 60,
    record,
    signal: new AbortController().signal,
    makeAll: async (attempts) => attempts.map((item) => ({ ...item, execution: end(item) })),
  };
}

const file = (name: string) => `content/patterns/threads/sample/${name}`;

test('verifyPair() is content when every run prints what was recorded', async (context) => {
  const loaded = loadPattern(makePatterns(context), 'threads/sample');
  assert.deepEqual(
    await verifyPair(
      loaded,
      settings(() => ended()),
    ),
    [],
  );
});

test('verifyPair() holds the TypeScript runs to the Python recording', async (context) => {
  const loaded = loadPattern(makePatterns(context), 'threads/sample');
  const end = ({ runtime }: Attempt) => ended({ stdout: runtime === node ? 'b\n' : 'a\n' });
  assert.deepEqual(await verifyPair(loaded, settings(end)), [
    `${file('main.ts')} on Node 24.0.0: Line “a” is missing. (2×)`,
    `${file('main.ts')} on Node 24.0.0: Line “b” was not recorded. (2×)`,
  ]);
});

test('verifyPair() holds the TypeScript recording to the Python recording', async (context) => {
  const loaded = loadPattern(makePatterns(context, { 'main.ts.out': 'b\n' }), 'threads/sample');
  const [fault] = await verifyPair(
    loaded,
    settings(() => ended()),
  );
  assert.equal(fault, `${file('main.ts.out')} against main.py.out: Line “a” is missing.`);
});

test('verifyPair() reports a run that hangs, and one that complains', async (context) => {
  const loaded = loadPattern(makePatterns(context), 'threads/sample');
  const end = ({ runtime }: Attempt) =>
    runtime === node
      ? ended({ stopped: true, exitCode: 137, stdout: '' })
      : ended({ stderr: 'Traceback:\nValueError: x\n' });
  assert.deepEqual(await verifyPair(loaded, settings(end)), [
    `${file('main.py')} on CPython 3.13.0: It printed to standard error: ValueError: x (2×)`,
    `${file('main.ts')} on Node 24.0.0 had not ended after 1 s; it had printed “”. (2×)`,
  ]);
});

test('verifyPair() holds the fastest run on each runtime to the time band', async (context) => {
  const page = pageWith('lines: exact', 'lines: exact\n  seconds: { max: 2 }');
  const loaded = loadPattern(makePatterns(context, { 'index.mdx': page }), 'threads/sample');
  let run = 0;
  const slowNow = settings(() => ended({ seconds: run++ % 2 === 0 ? 3 : 1 }));
  assert.deepEqual(await verifyPair(loaded, slowNow), []);
  const slowNode = ({ runtime }: Attempt) => ended({ seconds: runtime === node ? 3 : 1 });
  assert.deepEqual(await verifyPair(loaded, settings(slowNode)), [
    `${file('main.ts')} on Node 24.0.0: The program took 3.00 s; the contract says at most 2 s. (2×)`,
  ]);
});

test('verifyPair() runs again what another run may mend, and nothing else', async (context) => {
  const page = pageWith('lines: exact', 'lines: exact\n  seconds: { max: 2 }');
  const loaded = loadPattern(makePatterns(context, { 'index.mdx': page }), 'threads/sample');
  const open = (end: (attempt: Attempt) => Execution) => {
    const { runs: _, ...others } = settings(end);
    return others;
  };
  let nodeRuns = 0;
  const slowTwice = open(({ runtime }) =>
    ended({ seconds: runtime === node && ++nodeRuns < 3 ? 3 : 1 }),
  );
  assert.deepEqual(await verifyPair(loaded, slowTwice), []);
  assert.equal(nodeRuns, 3);

  let runs = 0;
  const wrongOnce = open(() => ended({ stdout: ++runs === 1 ? 'b\n' : 'a\n' }));
  const faults = await verifyPair(loaded, wrongOnce);
  assert.match(faults.join('\n'), /main.py on CPython 3.13.0: Line “a” is missing/);

  runs = 0;
  const exact = loadPattern(makePatterns(context), 'threads/sample');
  await verifyPair(
    exact,
    open(() => ended({ stdout: ++runs > 0 ? 'b\n' : '' })),
  );
  assert.equal(runs, 2, 'one run on each runtime');
});

test('verifyPair() names what a recording lacks and how to record it', async (context) => {
  const root = makePatterns(context, { 'main.py.out': undefined, 'outputs.json': undefined });
  assert.deepEqual(
    await verifyPair(
      loadPattern(root, 'threads/sample'),
      settings(() => ended()),
    ),
    [
      'content/patterns/threads/sample lacks main.py.out, outputs.json: ' +
        'record with `npm run verify -- --record --only threads/sample`.',
    ],
  );
});

test('verifyPair() records what holds, with versions', async (context) => {
  const root = makePatterns(context);
  const loaded = loadPattern(root, 'threads/sample');
  assert.deepEqual(
    await verifyPair(
      loaded,
      settings(() => ended({ stdout: 'new\n' }), true),
    ),
    [],
  );
  const read = (name: string) => readFileSync(join(root, 'threads/sample', name), 'utf8');
  assert.equal(read('main.py.out'), 'new\n');
  assert.equal(read('main.ts.out'), 'new\n');
  const { python: recorded, checked } = JSON.parse(read('outputs.json'));
  assert.equal(recorded.version, 'CPython 3.13.0');
  assert.deepEqual(checked, { versions: ['CPython 3.13.0', 'Node 24.0.0'], runs: 2 });
});

test('verifyPair() records when each line came, and not what a terminal adds', async (context) => {
  const root = makePatterns(context);
  const arrivals = [
    { milliseconds: 40, length: 3 },
    { milliseconds: 1040.4, length: 6 },
  ];
  const end = ({ timed }: Attempt) =>
    timed ? ended({ stdout: 'a\r\nb\r\n', arrivals }) : ended({ stdout: 'a\nb\n' });
  const loaded = loadPattern(root, 'threads/sample');
  assert.deepEqual(await verifyPair(loaded, settings(end, true)), []);
  const read = (name: string) => readFileSync(join(root, 'threads/sample', name), 'utf8');
  assert.equal(read('main.py.out'), 'a\nb\n');
  assert.match(read('outputs.json'), /"times": \[40, 1040\]/);
});

test('verifyPair() does not record programs that differ', async (context) => {
  const root = makePatterns(context);
  const end = ({ runtime }: Attempt) => ended({ stdout: runtime === node ? 'b\n' : 'c\n' });
  const faults = await verifyPair(loadPattern(root, 'threads/sample'), settings(end, true));
  assert.equal(faults.at(-1), 'content/patterns/threads/sample was not recorded.');
  assert.equal(readFileSync(join(root, 'threads/sample/main.py.out'), 'utf8'), 'a\n');
});

test('planAttempts() goes through the start methods where processes are started', (context) => {
  const plan = (source: string) => {
    const loaded = loadPattern(makePatterns(context, { 'main.py': source }), 'threads/sample');
    assert.ok(loaded.pattern);
    return [3, undefined].map((runs) =>
      planAttempts(loaded.pattern as Pattern, [python], runs).map(({ startMethod }) => startMethod),
    );
  };
  assert.deepEqual(plan('import threading\n'), [[undefined, undefined, undefined], [undefined]]);
  const [thrice, once] = plan('import multiprocessing\n');
  assert.deepEqual(thrice, [undefined, 'spawn', undefined]);
  assert.deepEqual(once, [undefined, 'spawn']);
});
