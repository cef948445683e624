/** The suite's results, and the form in which the compatibility page gets them. */
import type { BrowserName } from '../browsers/browser.ts';
import type { Tally } from '../tally.ts';
import { nameOf, type Program, whyDiffers } from './program.ts';

export interface Result {
  program: Program;
  /** `skipped` is a difference that the program declares. */
  outcome: keyof Tally;
}

export interface BrowserResults {
  name: BrowserName;
  /** Undefined when the browser could not be had. */
  version: string | undefined;
  results: readonly Result[];
}

interface Counts {
  passed: number;
  differs: number;
}

export interface ConformanceRecord {
  /** When, as an ISO 8601 day. */
  recorded: string;
  node: string;
  /** Only those in which the suite ran. */
  browsers: Partial<Record<BrowserName, { version: string }>>;
  modules: Record<string, Partial<Record<BrowserName, Counts>>>;
  differences: { program: string; browsers: BrowserName[]; why: string }[];
}

export function recordOf(all: readonly BrowserResults[], now: Date): ConformanceRecord {
  const record: ConformanceRecord = {
    recorded: now.toISOString().slice(0, 10),
    node: process.version,
    browsers: {},
    modules: {},
    differences: [],
  };
  for (const { name, version, results } of all) {
    if (version === undefined) continue;
    record.browsers[name] = { version };
    for (const { program, outcome } of results) {
      const counts = countsOf(record, program.module, name);
      if (outcome === 'passed') counts.passed++;
      if (outcome !== 'skipped') continue;
      counts.differs++;
      addDifference(record, nameOf(program), name, whyDiffers(program, name) ?? '');
    }
  }
  return record;
}

function countsOf({ modules }: ConformanceRecord, module: string, browser: BrowserName): Counts {
  const byBrowser = modules[module] ?? {};
  modules[module] = byBrowser;
  const counts = byBrowser[browser] ?? { passed: 0, differs: 0 };
  byBrowser[browser] = counts;
  return counts;
}

function addDifference(
  { differences }: ConformanceRecord,
  program: string,
  browser: BrowserName,
  why: string,
): void {
  const known = differences.find((each) => each.program === program && each.why === why);
  if (known) known.browsers.push(browser);
  else differences.push({ program, browsers: [browser], why });
}
