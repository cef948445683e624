/**
 * `npm test`: runs every check there is, goes on after a failure, and ends with the count.
 *
 * Usage: `npm test -- [--only unit,e2e]`
 */
import { parseArgs } from 'node:util';
import { type Step, steps } from './steps.ts';
import { formatTally, sum, type Tally } from './tally.ts';

interface Outcome {
  name: string;
  tally: Tally;
  seconds: number;
  /** Why the step did not run. */
  reason?: string;
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const outcomes: Outcome[] = [];
for (const step of choose(values.only)) outcomes.push(await runStep(step, outcomes));
report(outcomes);

function choose(only: string | undefined): readonly Step[] {
  if (only === undefined) return steps;
  const names = only.split(',');
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    const known = steps.map((step) => step.name).join(', ');
    throw new Error(`--only names no step: ${unknown.join(', ')}. The steps are ${known}.`);
  }
  return steps.filter((step) => names.includes(step.name));
}

async function runStep(step: Step, before: readonly Outcome[]): Promise<Outcome> {
  const { name, needs } = step;
  const needed = before.find((outcome) => outcome.name === needs);
  if (needed !== undefined && needed.tally.failed > 0) {
    const reason = `not run, because ${needs} failed`;
    return { name, tally: { passed: 0, failed: 0, skipped: 1 }, seconds: 0, reason };
  }
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 72 - name.length))}`);
  const start = performance.now();
  const tally = await step.run().catch((error: unknown) => {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  return { name, tally, seconds: (performance.now() - start) / 1000 };
}

function report(outcomes: readonly Outcome[]): void {
  console.log(`\n── summary ${'─'.repeat(65)}`);
  for (const { name, tally, seconds, reason } of outcomes) {
    const mark = tally.failed > 0 ? 'FAILED' : reason === undefined ? 'ok' : 'skipped';
    const detail = reason ?? `${formatTally(tally)} in ${seconds.toFixed(1)} s`;
    console.log(`${mark.padEnd(8)}${name.padEnd(9)}${detail}`);
    for (const remark of tally.remarks ?? []) console.log(`          ${remark}`);
  }
  const total = sum(outcomes.map((outcome) => outcome.tally));
  console.log(`\n${formatTally(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}
