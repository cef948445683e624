/** Runs the unit tests, which lie beside what they test, and counts them. */
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { root } from './run.ts';
import type { Tally } from './tally.ts';

/** Runs every unit test, showing the results as they come. A run without any test is a failure. */
export async function runUnitTests(): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const events = run({ cwd: root, globPatterns: ['src/**/*.test.ts'] });
  events.on('test:summary', ({ file, counts }) => {
    if (file !== undefined) return; // The summary of one file; that of the run has none.
    tally.passed = counts.passed;
    tally.failed = counts.tests - counts.passed - counts.skipped - counts.todo;
    tally.skipped = counts.skipped + counts.todo;
  });
  for await (const text of events.compose(new spec())) process.stdout.write(text);
  if (tally.passed + tally.failed === 0) return { ...tally, failed: 1 };
  return tally;
}
