/**
 * Finds what runs the samples: this Node, and every CPython from 3.11 on, because a reference that
 * says what Python does has to say it of the Pythons that readers have.
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { execute } from './execute.ts';

/** `CPython 3.14` is the newest that exists; later ones are found by `python3` and by pyenv. */
const COMMANDS = ['python3', 'python', 'python3.11', 'python3.12', 'python3.13', 'python3.14'];
const OLDEST_MINOR = 11;
const PROBE = `import json, multiprocessing, platform, sys
print(json.dumps({
    "implementation": platform.python_implementation(),
    "version": platform.python_version(),
    "gil": getattr(sys, "_is_gil_enabled", lambda: True)(),
    "startMethods": multiprocessing.get_all_start_methods(),
}))`;

export interface Runtime {
  language: 'python' | 'typescript';
  /** As a reader would call it: `CPython 3.13.0`, `Node 24.21.0`. */
  name: string;
  /** The executable; a path of this machine, so never recorded. */
  command: string;
  /** The ways in which this Python can start a process, its default first; empty for Node. */
  startMethods: string[];
  /** Of a Python: 13 for 3.13. */
  minor?: number;
}

interface Probe {
  implementation: string;
  version: string;
  gil: boolean;
  startMethods: string[];
}

export const node: Runtime = {
  language: 'typescript',
  name: `Node ${process.versions.node}`,
  command: process.execPath,
  startMethods: [],
};

/**
 * Every CPython from 3.11 on, one of each version, oldest first.
 * @param named paths that replace the search, separated as in PATH
 * @throws {Error} when there is none
 */
export async function findPythons(
  named: string | undefined,
  signal: AbortSignal,
): Promise<Runtime[]> {
  const commands = named ? named.split(delimiter) : [...COMMANDS, ...(await pyenvCommands())];
  const probed = await Promise.all(commands.map((command) => probe(command, signal)));
  const pythons = selectPythons(probed.filter((python) => python !== undefined));
  if (pythons.length > 0) return pythons;
  throw new Error(
    `No CPython 3.${OLDEST_MINOR} or later among ${commands.join(', ')}. Install one, or name it: ` +
      `INTERLEAVE_PYTHON=/path/to/python3 npm run verify (several are separated by "${delimiter}").`,
  );
}

/** The usable ones, one of each name, oldest version first. */
export function selectPythons(probed: { command: string; probe: Probe }[]): Runtime[] {
  const usable = probed.filter(({ probe: { implementation, version } }) => {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return implementation === 'CPython' && major === 3 && minor >= OLDEST_MINOR;
  });
  const byName = new Map<string, Runtime>();
  for (const { command, probe } of usable) {
    const name = `CPython ${probe.version}${probe.gil ? '' : ' free-threaded'}`;
    if (byName.has(name)) continue;
    const minor = Number(probe.version.split('.')[1]);
    const { startMethods } = probe;
    byName.set(name, { language: 'python', name, command, startMethods, minor });
  }
  const collator = new Intl.Collator('en', { numeric: true });
  return [...byName.values()].sort((a, b) => collator.compare(a.name, b.name));
}

async function probe(command: string, signal: AbortSignal) {
  try {
    const { stdout, exitCode } = await execute(command, ['-c', PROBE], { cwd: homedir(), signal });
    // Exit codes other than 0: a version manager's stub for a version that is not chosen.
    return exitCode === 0 ? { command, probe: JSON.parse(stdout) as Probe } : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function pyenvCommands(): Promise<string[]> {
  const versions = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  if (!existsSync(versions)) return [];
  const names = await readdir(versions);
  return names.map((name) => join(versions, name, 'bin', 'python3'));
}
