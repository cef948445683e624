/**
 * Finds the Chromium in which the tests run, or gets one. Playwright's own download is not used:
 * it comes from a host that many networks block, while packages of the system and of npm come from
 * where the rest of the installation came from.
 */
import { delimiter, join } from 'node:path';
import { aptInstall, versionOf } from './apt.ts';

/** Names under which systems install Chromium. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The libraries that the npm package does not bring along. */
const PINNED_NEEDS = ['libnss3', 'libnspr4', 'libexpat1'];

/**
 * The Chromium that is here already: the one that the environment variable `CHROMIUM` names (a
 * path, or `pinned` for the version in the lock file), else one on the PATH, else the pinned one.
 * @returns its path, or undefined when none starts
 */
export async function findChromium(): Promise<string | undefined> {
  const wanted = process.env.CHROMIUM ?? '';
  if (wanted !== '' && wanted !== 'pinned') return firstThatStarts([wanted]);
  return (wanted === '' ? findOnPath() : undefined) ?? (await findPinned());
}

/**
 * As {@link findChromium}, but where none is on the PATH, installs one if it can.
 * @throws {Error} when none starts
 */
export async function ensureChromium(): Promise<string> {
  const wanted = process.env.CHROMIUM ?? '';
  if (wanted === '' && findOnPath() === undefined) await aptInstall('chromium');
  let found = await findChromium();
  if (found === undefined && (wanted === '' || wanted === 'pinned')) {
    await aptInstall(...PINNED_NEEDS);
    found = await findPinned();
  }
  if (found !== undefined) return found;
  throw new Error(
    `No Chromium starts here (CHROMIUM is ${wanted === '' ? 'not set' : `"${wanted}"`}). Install ` +
      `one, or the libraries that the packaged one needs (${PINNED_NEEDS.join(', ')}), or set ` +
      'CHROMIUM to the path of one.',
  );
}

function findOnPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return firstThatStarts(folders.flatMap((folder) => NAMES.map((name) => join(folder, name))));
}

/** The version in the lock file, unpacked below the temporary directory. Linux only. */
async function findPinned(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  const { default: chromium } = await import('@sparticuz/chromium');
  return firstThatStarts([await chromium.executablePath()]);
}

function firstThatStarts(paths: readonly string[]): string | undefined {
  return paths.find((path) => versionOf(path) !== undefined);
}
