/**
 * `npm run verify`: does what the pages claim hold? Every pair runs on every CPython found and on
 * this Node, and each run is held to the contract that the page declares.
 */
import { join } from 'node:path';
import { root } from './run.ts';
import { recordGiven } from './verify/given.ts';
import { mapLimited } from './verify/limit.ts';
import { type Options, parseOptions, usage } from './verify/options.ts';
import { RECORDED_RUNS, type Settings, verifyPair } from './verify/pair.ts';
import { type Loaded, loadPatterns } from './verify/pattern.ts';
import { findPythons, node, type Runtime } from './verify/runtimes.ts';

async function main(signal: AbortSignal): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  const patterns = await loadPatterns(join(root, 'content/patterns'), options.only);
  const pythons = await findPythons(process.env.INTERLEAVE_PYTHON, signal);
  if (options.recordGiven) return recordAllGiven(patterns, pythons, options, signal);
  const { runs, timeout, parallel, record } = options;
  const howOften = runs ?? (record ? RECORDED_RUNS : 'as often as it takes to tell');
  console.log(`Runs of each program on each runtime: ${howOften}`);
  console.log(`Runtimes: ${names([...pythons, node])}`);
  const makeAll: Settings['makeAll'] = (items, make) => mapLimited(items, parallel, make);
  const limits = { ...(runs !== undefined && { runs }), timeout };
  const settings: Settings = { pythons, node, ...limits, record, signal, makeAll };
  let failed = 0;
  for (const loaded of patterns) {
    const faults = await verifyPair(loaded, settings);
    if (signal.aborted) return 130;
    if (faults.length > 0) failed++;
    report(loaded.id, faults);
  }
  console.log(`${patterns.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** The newest Python runs them: what a page says of the samples is to be what readers meet. */
async function recordAllGiven(
  patterns: readonly Loaded[],
  pythons: readonly Runtime[],
  options: Options,
  signal: AbortSignal,
): Promise<number> {
  const python = pythons.at(-1);
  if (python === undefined) return 1;
  for (const { id, folder } of patterns) {
    const recorded = await recordGiven(folder, { python, ...options, signal });
    if (recorded) console.log(`recorded ${id}/given.py.runs.json`);
  }
  return 0;
}

function report(id: string, faults: readonly string[]): void {
  console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${id}`);
  for (const fault of faults) console.log(`     ${fault}`);
}

function names(runtimes: readonly { name: string }[]): string {
  return runtimes.map(({ name }) => name).join(', ');
}

// Samples run in process groups of their own, so the terminal's Ctrl-C does not reach them.
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
try {
  process.exitCode = await main(interrupted.signal);
} catch (error) {
  console.error(`verify: ${(error as Error).message}\n\n${usage}`);
  process.exitCode = 1;
}
