import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Program } from './program.ts';
import { recordOf } from './results.ts';

const program = (name: string, differs: Program['differs'] = []): Program => ({
  module: 'timers',
  name,
  entry: `${name}.ts`,
  files: {},
  stdin: '',
  anyOrder: false,
  differs,
  isSilent: false,
});

test('a record counts by module and browser, and names differences with their browsers', () => {
  const same = program('same');
  const other = program('other', [{ browsers: ['firefox', 'webkit'], why: 'no such clock' }]);
  const record = recordOf(
    [
      {
        name: 'chromium',
        version: 'Chromium 1',
        results: [
          { program: same, outcome: 'passed' },
          { program: other, outcome: 'passed' },
        ],
      },
      { name: 'firefox', version: undefined, results: [] },
      {
        name: 'webkit',
        version: 'WebKitGTK 2',
        results: [
          { program: same, outcome: 'passed' },
          { program: other, outcome: 'skipped' },
        ],
      },
    ],
    new Date('2026-11-22T20:00:00Z'),
  );
  assert.deepEqual(record, {
    recorded: '2026-11-22',
    node: process.version,
    browsers: { chromium: { version: 'Chromium 1' }, webkit: { version: 'WebKitGTK 2' } },
    modules: {
      timers: { chromium: { passed: 2, differs: 0 }, webkit: { passed: 1, differs: 1 } },
    },
    differences: [{ program: 'timers/other', browsers: ['webkit'], why: 'no such clock' }],
  });
});
