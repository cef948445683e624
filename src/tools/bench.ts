/**
 * Measures the engine against bare workers of the same browser and against Node, in one run, and
 * prints ratios: absolute times on a shared machine mean little. Nothing here is a test.
 *
 * Usage: `npm run bench -- [--only round-trip,burst]`
 */
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bareMeasures, runBare } from './bench/bare.ts';
import { openBrowser } from './browsers/open.ts';
import { openPageRunner, type PageRunner, serveLibrary } from './conform/in-page.ts';
import type { Program } from './conform/program.ts';
import { runUnderNode } from './conform/under-node.ts';

const LIMIT = 120_000;
const PROGRAMS = join(import.meta.dirname, 'bench/programs');

interface Measurement {
  name: string;
  /** What is compared: a median of times, or the speed-up of two threads over one. */
  figure: (times: readonly number[]) => number;
  /** Aims, as the engine's figure over the other's. */
  aim: string;
}

const measurements: readonly Measurement[] = [
  { name: 'thread-start', figure: median, aim: '≤ 1.5 of bare, < 1 of Node' },
  { name: 'process-start', figure: median, aim: '< 1 of Node' },
  { name: 'round-trip', figure: median, aim: '≤ 1.5 of bare' },
  { name: 'burst', figure: median, aim: '≤ 1.43 of bare (0.7 of its throughput)' },
  { name: 'cpu-loop', figure: median, aim: '≤ 1.03 of bare' },
  { name: 'shared-memory-loop', figure: median, aim: '≤ 1.03 of bare' },
  { name: 'await-loop', figure: median, aim: '≤ 1.15 of bare' },
  { name: 'speed-up', figure: speedUp, aim: '≥ 0.95 of bare' },
];

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const only = values.only?.split(',');
await using site = await serveLibrary();
await using runner = await openPageRunner(await openBrowser('chromium'), site);
console.log(
  `${runner.browser.version}, Node ${process.version}: the engine’s figure over the other’s\n`,
);
for (const measurement of measurements) {
  if (only && !only.includes(measurement.name)) continue;
  console.log(await describe(measurement, runner));
}

async function describe({ name, figure, aim }: Measurement, page: PageRunner): Promise<string> {
  const source = await readFile(join(PROGRAMS, `${name}.mts`), 'utf8');
  const entry = `${name}.mts`;
  const program: Program = {
    module: 'bench',
    name,
    entry,
    files: { [entry]: source },
    stdin: '',
    anyOrder: false,
    differs: [],
    isSilent: false,
  };
  const engine = figure(timesOf(await page.run(program, LIMIT)));
  const bare = await measureBare(name, source, page);
  const node = figure(timesOf(await runUnderNode(program, LIMIT)));
  const toBare = bare ? `${ratio(engine / figure(bare))} of bare` : 'no bare counterpart';
  return `${name.padEnd(20)} ${toBare.padEnd(20)} ${ratio(engine / node)} of Node   aim: ${aim}`;
}

/** Processes have no counterpart among bare workers. */
function measureBare(name: string, source: string, { page }: PageRunner) {
  const measure = bareMeasures[name];
  if (measure) return page.evaluate(measure, undefined);
  if (source.includes('import ')) return undefined;
  return page.evaluate(runBare, stripTypeScriptTypes(source));
}

function timesOf({ stdout, stderr, exit }: { stdout: string; stderr: string; exit: unknown }) {
  if (exit !== 0) throw new Error(`A program of the benchmark failed (${exit}):\n${stderr}`);
  return JSON.parse(stdout) as number[];
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** From alternating times of one thread and of two: how much more two get done. */
function speedUp(times: readonly number[]): number {
  const one = median(times.filter((_, index) => index % 2 === 0));
  const two = median(times.filter((_, index) => index % 2 === 1));
  return (2 * one) / two;
}

function ratio(value: number): string {
  return value.toFixed(2).padStart(5);
}
