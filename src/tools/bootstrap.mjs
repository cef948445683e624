/**
 * The way in for `npm start` and `npm test` from a fresh clone: installs exactly what the lock file
 * pins, unless it is there already, and hands over to the Node that the lock file pins. Plain
 * JavaScript without imports from packages: it must run on Node 20 with nothing installed.
 *
 * Usage: `node src/tools/bootstrap.mjs <script> [arguments…]`
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outdatedPackages } from './lockfile.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const binaries = join(root, 'node_modules', '.bin');

/** The first Node that runs TypeScript without a flag. */
const MINIMUM_NODE = [22, 18];

installIfNeeded();
handOver(findNode(), process.argv.slice(2));

function installIfNeeded() {
  const outdated = outdatedPackages(
    readJson('package-lock.json') ?? {},
    readJson('node_modules/.package-lock.json') ?? {},
  );
  if (outdated.length === 0) return;
  console.log(`Installing the ${outdated.length} packages that package-lock.json pins …`);
  const { status, error } = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, PATH: pathWithoutOwnBinaries() },
    },
  );
  if (status === 0) return;
  fail(
    `npm ci failed (${error?.message ?? `exit code ${status}`}), so nothing can be built. ` +
      'Read its message above; most often the package registry cannot be reached.',
  );
}

/** npm must not run on the Node in `node_modules` while it replaces `node_modules`. */
function pathWithoutOwnBinaries() {
  const entries = (process.env.PATH ?? '').split(delimiter);
  return entries.filter((entry) => entry !== binaries).join(delimiter);
}

/** @returns {string} the path of a Node that runs TypeScript: the pinned one, or this one */
function findNode() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const folder = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const pinned = join(root, 'node_modules', folder, 'bin', file);
  if (spawnSync(pinned, ['--version']).status === 0) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = MINIMUM_NODE;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return process.execPath;
  return fail(
    `There is no packaged Node 24 for ${process.platform}-${process.arch}, and the Node on your ` +
      `PATH is ${process.version}. Install Node ${MINIMUM_NODE.join('.')} or newer from ` +
      'https://nodejs.org and run this again.',
  );
}

/**
 * Runs `args` under `node` in place of this process: same streams, same signals, same exit code.
 * @param {string} node
 * @param {string[]} args
 */
function handOver(node, args) {
  const child = spawn(node, args, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      PATH: [dirname(node), binaries, pathWithoutOwnBinaries()].join(delimiter),
    },
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
  });
}

/**
 * @param {string} path relative to the root
 * @returns {import('./lockfile.mjs').Lockfile | undefined} undefined when there is no such file
 */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * @param {string} message what failed and what to do about it
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}
