/**
 * Measures the engine against bare workers of the same browser and against Node, in one run, and
 * prints ratios: absolute times on a shared machine mean little. Then the pages of the last build:
 * their sizes, and what a reader and Lighthouse see. Nothing here is a test. Sizes are as a host
 * sends the files, compressed by brotli.
 *
 * Usage: `npm run bench -- [--only round-trip,burst,first-output,sizes,pages,first-run,frames,…]`
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { compile } from '../runtime/compile/compile.ts';
import { COMPILED_ATTRIBUTE } from '../runtime/protocol.ts';
import { bareMeasures, runBare } from './bench/bare.ts';
import { firstOutput } from './bench/first-output.ts';
import { describeFirstRun } from './bench/first-run.ts';
import { describeFrames } from './bench/frames.ts';
import { describeLayoutShift } from './bench/layout-shift.ts';
import { describeLighthouse } from './bench/lighthouse.ts';
import { openVisit, type Visit } from './bench/visit.ts';
import { openBrowser } from './browsers/open.ts';
import { openPageRunner, type PageRunner, serveLibrary } from './conform/in-page.ts';
import type { Program } from './conform/program.ts';
import { runUnderNode } from './conform/under-node.ts';
import { measurePages, PAGE_BUDGET, type PageSize } from './page-sizes.ts';
import { root } from './run.ts';
import { readBase } from './site-settings.ts';

const LIMIT = 120_000;
/** The engine and the others take turns, so that a change of the machine's load meets all of them. */
const TURNS = 4;
const PROGRAMS = join(import.meta.dirname, 'bench/programs');
/** A page of each kind, below the base. */
const VISITED = ['', 'guide/gil/', 'patterns/threads/lock/', 'patterns/'];
const dist = join(root, 'dist');
const base = readBase(process.env);

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
  { name: 'burst', figure: median, aim: '≤ 1.43 of bare ports (0.7 of their throughput)' },
  { name: 'cpu-loop', figure: median, aim: '≤ 1.03 of bare' },
  { name: 'shared-memory-loop', figure: median, aim: '≤ 1.03 of bare' },
  { name: 'await-loop', figure: median, aim: '≤ 1.15 of bare' },
  { name: 'speed-up', figure: speedUp, aim: '≥ 0.95 of bare' },
];

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const only = values.only?.split(',');
const isWanted = (name: string): boolean => only?.includes(name) ?? true;
const ofEngine = [...measurements.map(({ name }) => name), 'first-output', 'sizes'];
if (ofEngine.some(isWanted)) await measureEngine();
const ofPages: Record<string, () => Promise<string>> = {
  pages: describePages,
  'first-run': () => visiting(describeFirstRun),
  frames: () => visiting(describeFrames),
  'layout-shift': () => visiting((visit) => describeLayoutShift(visit, VISITED)),
  lighthouse: () => describeLighthouse(dist, base, VISITED),
};
for (const [name, describePart] of Object.entries(ofPages)) {
  if (!isWanted(name)) continue;
  console.log(existsSync(dist) ? await describePart() : `${name}: first npm run build`);
}

async function visiting(describePart: (visit: Visit) => Promise<string>): Promise<string> {
  await using visit = await openVisit(dist, base);
  return await describePart(visit);
}

async function measureEngine(): Promise<void> {
  await using site = await serveLibrary();
  await using runner = await openPageRunner(await openBrowser('chromium'), site);
  console.log(
    `${runner.browser.version}, Node ${process.version}: the engine’s figure over the other’s\n`,
  );
  for (const measurement of measurements) {
    if (isWanted(measurement.name)) console.log(await describe(measurement, runner));
  }
  if (isWanted('first-output')) console.log(await describeFirstOutput(runner));
  if (isWanted('sizes')) console.log(await describeSizes(site.folder));
}

/** A sample as the site runs it: compiled when the site was built. */
async function describeFirstOutput({ page }: PageRunner): Promise<string> {
  const contents = "console.log('hello');\n";
  const compiled = JSON.stringify(compile(contents, { path: '/main.ts' }));
  const attributes = { [COMPILED_ATTRIBUTE]: compiled };
  const times = await page.evaluate(firstOutput, { 'main.ts': { file: { contents, attributes } } });
  return `${'first-output'.padEnd(20)} ${median(times).toFixed(0)} ms after Run   aim: ≤ 60 ms`;
}

/** The pages of the last build, before anything is run. */
async function describePages(): Promise<string> {
  const sizes = await measurePages(dist, base);
  const patterns = sizes.filter(({ path }) => /^patterns\/.+\/.+\//.test(path));
  const within = patterns.filter(({ bytes }) => bytes <= PAGE_BUDGET).length;
  const guide = sizes.filter(({ path }) => /^guide\/.+\//.test(path));
  const tell = (name: string, page: PageSize | undefined): string =>
    `${`page: ${name}`.padEnd(28)} ${((page?.bytes ?? 0) / 1000).toFixed(1)} kB   ${page?.path ?? ''}`;
  return [
    tell('heaviest pattern', patterns[0]),
    tell('median pattern', patterns[patterns.length >> 1]),
    tell('heaviest of the guide', guide[0]),
    tell(
      'home',
      sizes.find(({ path }) => path === ''),
    ),
    `${'page: patterns that fit'.padEnd(28)} ${within} of ${patterns.length}   budget: ${PAGE_BUDGET / 1000} kB each`,
    `${'page: fonts'.padEnd(28)} ${((sizes[0]?.fonts ?? 0) / 1000).toFixed(1)} kB   aim: ≤ 40 kB`,
  ].join('\n');
}

async function describeSizes(folder: string): Promise<string> {
  const sizeOf = async (...names: string[]): Promise<number> => {
    const files = await Promise.all(names.map((name) => readFile(join(folder, 'engine', name))));
    return files.reduce((sum, bytes) => sum + brotliCompressSync(bytes).length, 0) / 1000;
  };
  const rows: [what: string, kilobytes: number, aim: string][] = [
    [
      'every run',
      await sizeOf('interleave.js', 'kernel-worker.js', 'thread-worker.js'),
      '≤ 100 kB',
    ],
    ['to print objects', await sizeOf('inspect.js'), 'on demand'],
    ['streams, files, tests', await sizeOf('library.js'), 'on demand'],
    ['child processes', await sizeOf('children.js'), 'on demand'],
    ['digests and derived keys', await sizeOf('crypto.js'), 'on demand'],
    ['rarely used modules', await sizeOf('extras.js'), 'on demand'],
    ['edited programs', await sizeOf('compiler.js'), '≤ 70 kB'],
  ];
  return rows
    .map(([what, size, aim]) => `${`size: ${what}`.padEnd(28)} ${size.toFixed(1)} kB   aim: ${aim}`)
    .join('\n');
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
  const times = { engine: [] as number[], bare: [] as number[], node: [] as number[] };
  for (let turn = 0; turn < TURNS; turn++) {
    times.engine.push(...timesOf(await page.run(program, LIMIT)));
    times.bare.push(...((await measureBare(name, source, page)) ?? []));
    times.node.push(...timesOf(await runUnderNode(program, LIMIT)));
  }
  const engine = figure(times.engine);
  const toBare =
    times.bare.length > 0 ? `${ratio(engine / figure(times.bare))} of bare` : 'no bare counterpart';
  const toNode = `${ratio(engine / figure(times.node))} of Node`;
  return `${name.padEnd(20)} ${toBare.padEnd(20)} ${toNode}   aim: ${aim}`;
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
