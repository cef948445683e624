/** The steps of `npm test`, in order. Each shows what it finds and hands back its tally. */
import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aptInstall, runs, versionOf } from './apt.ts';
import { build } from './build.ts';
import { ensureChromium } from './chromium.ts';
import { type PlaywrightReport, tallyOfReport } from './playwright-report.ts';
import { readScript, root, runScript } from './run.ts';
import { orFailed, sum, type Tally, tallyOfExit, tallyOfOutput } from './tally.ts';
import { runUnitTests } from './unit.ts';

export interface Step {
  readonly name: string;
  /** The step without whose success this one is pointless. */
  readonly needs?: string;
  run(): Promise<Tally>;
}

export const steps: readonly Step[] = [
  { name: 'lint', run: lint },
  { name: 'types', run: checkTypes },
  { name: 'imports', run: () => check('src/tools/check-imports.ts') },
  { name: 'unit', run: runUnitTests },
  { name: 'verify', run: verify },
  { name: 'conform', run: () => counted('src/tools/conform.ts') },
  { name: 'build', run: async () => tallyOfExit(await build()) },
  { name: 'links', needs: 'build', run: () => check('src/tools/check-links.ts') },
  { name: 'html', needs: 'build', run: checkHtml },
  { name: 'e2e', needs: 'build', run: runBrowserTests },
  { name: 'browsers', needs: 'build', run: () => counted('src/tools/browsers.ts') },
];

async function check(script: string, args: readonly string[] = []): Promise<Tally> {
  return tallyOfExit(await runScript(script, args));
}

function lint(): Promise<Tally> {
  return check('node_modules/@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']);
}

/** `astro check` for what sees the DOM, `tsc` for each folder that has settings of its own. */
async function checkTypes(): Promise<Tally> {
  const tallies = [await check('node_modules/astro/bin/astro.mjs', ['check'])];
  for (const project of globSync('{src/*,e2e}/tsconfig.json', { cwd: root }).sort()) {
    console.log(`tsc -p ${project}`);
    tallies.push(await check('node_modules/typescript/bin/tsc', ['-p', project]));
  }
  return sum(tallies);
}

/** The samples under CPython and Node, held to their contracts. */
async function verify(): Promise<Tally> {
  if (!runs('python3')) await aptInstall('python3');
  return counted('src/tools/verify.ts');
}

/** A script that ends with its tally. */
async function counted(script: string): Promise<Tally> {
  const { code, output } = await readScript(script);
  return tallyOfOutput(output, code);
}

function checkHtml(): Promise<Tally> {
  return check('node_modules/html-validate/bin/html-validate.mjs', ['dist/**/*.html']);
}

/** The built site in Chromium, as a reader would use it. */
async function runBrowserTests(): Promise<Tally> {
  const chromium = await ensureChromium();
  console.log(`Using ${versionOf(chromium)} at ${chromium}.`);
  const folder = await mkdtemp(join(tmpdir(), 'interleave-e2e-'));
  const report = join(folder, 'report.json');
  try {
    const code = await runScript(
      'node_modules/@playwright/test/cli.js',
      ['test', '--reporter=list,json', '--retries=2'],
      { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    );
    return orFailed(await readPlaywrightReport(report), code);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function readPlaywrightReport(file: string): Promise<Tally> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 };
  return tallyOfReport(JSON.parse(text) as PlaywrightReport);
}
