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

const INPUTS = ['src', 'content', 'public', 'astro.config.mjs', 'package-lock.json'];
const stamp = join(root, 'dist/.inputs');

/** Builds the site. @returns the exit code */
export async function build(): Promise<number> {
  const hash = await stateOf();
  // --force: Astro's cache of the content breaks a build after files have moved.
  const code = await runScript('node_modules/astro/bin/astro.mjs', ['build', '--force']);
  if (code === 0) await writeFile(stamp, hash);
  return code;
}

/** Builds the site unless `dist` was built from the present sources. @returns the exit code */
export async function buildIfChanged(): Promise<number> {
  const built = await readFile(stamp, 'utf8').catch(() => undefined);
  if (built === (await stateOf())) return 0;
  console.log('Building the site …');
  return build();
}

if (import.meta.main) process.exitCode = await build();

/** What a build is made from: the files, and the settings of the engines. */
async function stateOf(): Promise<string> {
  const settings = JSON.stringify(readEngineSettings(process.env));
  return `${await hashOf(root, INPUTS)} ${settings}`;
}
