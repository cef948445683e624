/**
 * Runs the conformance suite: every program of `e2e/conformance` under this Node, which is the
 * oracle, and in the page, in Chromium; standard output and exit code must be equal.
 *
 * Usage: `npm run conform -- [--only timers,events/once] [--limit 20] [--record]`
 *
 * `--limit` is the time, in seconds, that a program has on either side.
 *
 * `--record` writes the table of results to `src/catalogue/conformance.json`.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { difference } from './conform/compare.ts';
import { openPageRunner, type PageRunner } from './conform/in-page.ts';
import { type Program, readPrograms } from './conform/program.ts';
import { runUnderNode } from './conform/under-node.ts';
import { root } from './run.ts';
import { formatTally, sum, type Tally } from './tally.ts';
import { mapLimited } from './verify/limit.ts';

const PROGRAMS = join(root, 'e2e/conformance');
const RECORD = join(root, 'src/catalogue/conformance.json');
const AT_ONCE = 2;
/** Runs that a program gets until both sides agree. */
const ATTEMPTS = 3;
/** Browsers in which the suite would mean something and does not run yet. */
const NOT_YET = ['firefox', 'webkit'];

interface Result {
  program: Program;
  outcome: keyof Tally;
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    // Far more than any program needs, as other work may slow the machine.
    limit: { type: 'string', default: '20' },
    record: { type: 'boolean', default: false },
  },
});
if (values.record && values.only !== undefined) {
  throw new Error('--record is for whole runs: a record of a part would be read as the whole.');
}
const limit = Number(values.limit) * 1000;
const programs = choose(await readPrograms(PROGRAMS), values.only);
await using runner = await openPageRunner();
const results = await mapLimited(programs, AT_ONCE, (program) => conform(program, runner));
const tallies = tallyByModule(results);
printTable(tallies);
for (const browser of NOT_YET) console.log(`skipped: ${browser}`);
if (values.record) await record(tallies, runner.browser);
const total = sum([...tallies.values()]);
console.log(`\n${formatTally(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

function choose(all: readonly Program[], only: string | undefined): Program[] {
  if (only === undefined) return [...all];
  const wanted = only.split(',');
  const chosen = all.filter(
    ({ module, name }) => wanted.includes(module) || wanted.includes(`${module}/${name}`),
  );
  if (chosen.length === 0) throw new Error(`--only names no module and no program: ${only}.`);
  return chosen;
}

/**
 * Runs a program on both sides, and once more where they differ: under load a timer may be due a
 * millisecond later on one side, which Node's own order depends on. Who needs it is named.
 */
async function compare(program: Program, runner: PageRunner): Promise<string[] | undefined> {
  let report: string[] | undefined;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const node = await runUnderNode(program, limit);
    const page = await runner.run(program, limit);
    report = difference(node, page, program);
    if (report === undefined && attempt > 1) {
      console.log(`\nunsteady: ${program.module}/${program.name} agreed in run ${attempt}`);
    }
    if (report === undefined || program.differs !== undefined) return report;
  }
  return report;
}

async function conform(program: Program, runner: PageRunner): Promise<Result> {
  const report = await compare(program, runner);
  const { module, name, differs } = program;
  if (differs !== undefined && report !== undefined) {
    console.log(`\ndiffers, as declared: ${module}/${name}: ${differs}`);
    return { program, outcome: 'skipped' };
  }
  const undeclared = ['agrees with Node now: remove its declaration "differs"'];
  const lines = differs === undefined ? report : undeclared;
  if (lines === undefined) return { program, outcome: 'passed' };
  console.log(`\nFAILED ${module}/${name}`);
  for (const line of lines) console.log(`  ${line}`);
  return { program, outcome: 'failed' };
}

function tallyByModule(results: readonly Result[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { program, outcome } of results) {
    const before = tallies.get(program.module) ?? { passed: 0, failed: 0, skipped: 0 };
    tallies.set(program.module, { ...before, [outcome]: before[outcome] + 1 });
  }
  return tallies;
}

function printTable(tallies: ReadonlyMap<string, Tally>): void {
  const width = Math.max(...[...tallies.keys()].map((name) => name.length)) + 2;
  console.log('');
  for (const [module, tally] of tallies)
    console.log(`${module.padEnd(width)}${formatTally(tally)}`);
}

async function record(tallies: ReadonlyMap<string, Tally>, browser: string): Promise<void> {
  const modules = Object.fromEntries(
    [...tallies].map(([module, { passed, failed, skipped }]) => [
      module,
      { passed, failed, differing: skipped },
    ]),
  );
  const date = new Date().toISOString().slice(0, 10);
  const written = { date, node: process.versions.node, browser, notRun: NOT_YET, modules };
  await writeFile(RECORD, `${JSON.stringify(written, null, 2)}\n`);
}
