/**
 * Runs the conformance suite: every program of `e2e/conformance` under this Node, which is the
 * oracle, and in a page of each browser; standard output and exit code must be equal.
 *
 * Usage: `npm run conform -- [--browser firefox,webkit] [--only timers,events/once] [--limit 20]
 * [--record]`
 *
 * `--browser` names the browsers; without it, all that can be had take part.
 * `--limit` is the time, in seconds, that a program has on either side.
 * `--record` writes the table of results to `src/catalogue/conformance.json`.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSERS, type BrowserName } from './browsers/browser.ts';
import { openIfAvailable } from './browsers/open.ts';
import { difference } from './conform/compare.ts';
import { openPageRunner, type PageRunner, serveLibrary } from './conform/in-page.ts';
import { Oracle } from './conform/oracle.ts';
import { nameOf, type Program, readPrograms, whyDiffers } from './conform/program.ts';
import { type BrowserResults, type Result, recordOf } from './conform/results.ts';
import { root } from './run.ts';
import { formatTally, sum, type Tally } from './tally.ts';
import { mapLimited } from './verify/limit.ts';

const PROGRAMS = join(root, 'e2e/conformance');
const RECORD = join(root, 'src/catalogue/conformance.json');
const AT_ONCE = 2;
/** Runs that a program gets until both sides agree. */
const ATTEMPTS = 2;

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    only: { type: 'string' },
    // Far more than any program needs, as other work may slow the machine.
    limit: { type: 'string', default: '20' },
    record: { type: 'boolean', default: false },
  },
});
if (values.record && (values.only ?? values.browser) !== undefined) {
  throw new Error('--record is for whole runs: a record of a part would be read as the whole.');
}
const programs = choose(await readPrograms(PROGRAMS), values.only);
const browsers = chooseBrowsers(values.browser);
const oracle = new Oracle(Number(values.limit) * 1000);
const all: BrowserResults[] = [];
await using site = await serveLibrary();
for (const name of browsers) all.push(await runIn(name));
printTable(all);
const total = sum(all.map(tallyOf));
if (values.record) await record(all, total);
console.log(`\n${formatTally(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

function choose(all: readonly Program[], only: string | undefined): Program[] {
  if (only === undefined) return [...all];
  const wanted = only.split(',');
  const chosen = all.filter(
    (program) => wanted.includes(program.module) || wanted.includes(nameOf(program)),
  );
  if (chosen.length === 0) throw new Error(`--only names no module and no program: ${only}.`);
  return chosen;
}

function chooseBrowsers(names: string | undefined): readonly BrowserName[] {
  if (names === undefined) return BROWSERS;
  const unknown = names.split(',').filter((name) => !BROWSERS.some((each) => each === name));
  if (unknown.length === 0) return BROWSERS.filter((name) => names.split(',').includes(name));
  throw new Error(`--browser knows ${BROWSERS.join(', ')}; not ${unknown.join(', ')}.`);
}

async function runIn(name: BrowserName): Promise<BrowserResults> {
  const start = performance.now();
  const browser = await openIfAvailable(name);
  if (browser === undefined) return { name, version: undefined, results: [] };
  await using runner = await openPageRunner(browser, site);
  const results = await mapLimited(programs, AT_ONCE, (program) => conform(program, runner));
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${results.length} programs in ${browser.version} took ${seconds} s.`);
  return { name, version: browser.version, results };
}

/**
 * Runs a program on both sides, and once more where they differ: under load a timer may be due a
 * millisecond later on one side, which Node's own order depends on. Who needs it is named.
 */
async function compare(program: Program, runner: PageRunner): Promise<string[] | undefined> {
  let report: string[] | undefined;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const node = await oracle.ask(program, attempt > 1);
    const page = await runner.run(program, oracle.limit);
    const before = report;
    report = difference(node, page, program);
    if (report === undefined && before !== undefined) {
      console.log(
        `\nunsteady in ${runner.browser.name}: ${nameOf(program)} agreed in run ${attempt}`,
      );
      for (const line of before) console.log(`  ${line}`);
    }
    if (report === undefined || whyDiffers(program, runner.browser.name)) return report;
  }
  return report;
}

async function conform(program: Program, runner: PageRunner): Promise<Result> {
  const report = await compare(program, runner);
  const { name } = runner.browser;
  const why = whyDiffers(program, name);
  if (why !== undefined && report !== undefined) {
    console.log(`\ndiffers in ${name}, as declared: ${nameOf(program)}: ${why}`);
    return { program, outcome: 'skipped' };
  }
  const undeclared = ['agrees with Node now: remove its declaration "differs"'];
  const lines = why === undefined ? report : undeclared;
  if (lines === undefined) return { program, outcome: 'passed' };
  console.log(`\nFAILED in ${name}: ${nameOf(program)}`);
  for (const line of lines) console.log(`  ${line}`);
  return { program, outcome: 'failed' };
}

/** A browser that cannot be had counts as one check that was skipped. */
function tallyOf({ version, results }: BrowserResults): Tally {
  if (version === undefined) return { passed: 0, failed: 0, skipped: 1 };
  return tallyOfResults(results);
}

function tallyOfResults(results: readonly Result[]): Tally {
  const count = (wanted: Result['outcome']): number =>
    results.filter(({ outcome }) => outcome === wanted).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}

function printTable(all: readonly BrowserResults[]): void {
  const modules = [...new Set(programs.map(({ module }) => module))];
  const width = Math.max(...modules.map((name) => name.length)) + 2;
  for (const { name, version, results } of all) {
    console.log(`\n${version ?? `skipped: ${name}`}`);
    for (const module of modules) {
      const part = results.filter(({ program }) => program.module === module);
      if (part.length > 0)
        console.log(`  ${module.padEnd(width)}${formatTally(tallyOfResults(part))}`);
    }
  }
}

async function record(all: readonly BrowserResults[], { failed }: Tally): Promise<void> {
  if (failed > 0) {
    console.log('\nNot recorded: a record says what holds, and some programs failed.');
    return;
  }
  const text = JSON.stringify(recordOf(all, new Date()), null, 2);
  // Lists on one line, as the formatter has them.
  const lists = text.replace(
    /\[\s+("[^[\]]*")\s+\]/g,
    (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`,
  );
  await writeFile(RECORD, `${lists}\n`);
}
