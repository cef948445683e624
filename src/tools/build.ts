/**
 * Builds the site into `dist` and leaves there the hash of what it was built from, so that the next
 * start can tell whether to build again.
 *
 * Usage: `node src/tools/build.ts`
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEngineSettings } from './engine-settings.ts';
import { hashOf } from './inputs.ts';
import { root, runScript } from './run.ts';
import { readBase, readSite } from './site-settings.ts';

const INPUTS = ['src', 'content', 'public', 'astro.config.mjs', 'package-lock.json'];
const STAMP = '.inputs';

export interface BuildOptions {
  /** Where to, from the project's root. */
  outDir?: string;
  /** The path below which the site will stand; else that of `INTERLEAVE_BASE`. */
  base?: string;
}

/** Builds the site. @returns the exit code */
export async function build(options: BuildOptions = {}): Promise<number> {
  const { outDir = 'dist', base = readBase(process.env) } = options;
  const hash = await stateOf(base);
  // --force: Astro's cache of the content breaks a build after files have moved.
  const args = ['build', '--force', '--outDir', outDir];
  const code = await runScript('node_modules/astro/bin/astro.mjs', args, { INTERLEAVE_BASE: base });
  if (code === 0) await writeFile(join(root, outDir, STAMP), hash);
  return code;
}

/** Builds the site unless it was built from the present sources. @returns the exit code */
export async function buildIfChanged(options: BuildOptions = {}): Promise<number> {
  const { outDir = 'dist', base = readBase(process.env) } = options;
  const built = await readFile(join(root, outDir, STAMP), 'utf8').catch(() => undefined);
  if (built === (await stateOf(base))) return 0;
  console.log('Building the site …');
  return build({ outDir, base });
}

/** What a build is made from: the files, where it will stand, and the settings of the engines. */
async function stateOf(base: string): Promise<string> {
  const settings = JSON.stringify(readEngineSettings(process.env));
  const site = readSite(process.env) ?? '';
  return `${await hashOf(root, INPUTS)} ${base} ${site} ${settings}`;
}

if (import.meta.main) process.exitCode = await build();
