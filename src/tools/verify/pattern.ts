/**
 * Reads a pattern's folder as `npm run verify` needs it. Faults of an author are sentences, not
 * exceptions: every folder is to be reported, not only the first that is wrong.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { findLines, type Place } from '../../catalogue/places.ts';
import { type PatternData, patternSchema } from '../../catalogue/schema.ts';
import type { Contract } from '../../shared/contract.ts';
import { applyEdits, type Experiment } from '../../shared/experiment.ts';
import { openTasks, pageFaults } from './page-faults.ts';

/** Half of a page's width in characters: longer lines would scroll sideways there. */
const WIDTH = 72;

export interface Pattern {
  /** `model/slug`. */
  id: string;
  /** Absolute path of its folder. */
  folder: string;
  contract: Contract;
  /** The text of `main.py` and of `main.ts`. */
  sources: { python: string; typescript: string };
  /** Every file of the port by its name, `main.ts` among them. */
  ports: Record<string, string>;
  experiments: Experiment[];
  /** The public names that the page lists. */
  names: { python: string[]; typescript: string[] };
  /** The oldest minor version of Python that the sample runs on: 13 for 3.13. */
  sinceMinor?: number;
}

export interface Loaded {
  id: string;
  folder: string;
  /** Absent when a fault makes it impossible to run the pair. */
  pattern?: Pattern;
  /** One sentence per fault, naming the file and the fix. */
  faults: string[];
}

/**
 * Every pattern below `root`, in alphabetical order.
 * @param only `model/slug` or `model`; all when absent
 * @throws {Error} when `only` names no pattern
 */
export async function loadPatterns(root: string, only?: string): Promise<Loaded[]> {
  const paths = await readdir(root, { recursive: true });
  const ids = paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^[^/]+\/[^/._][^/]*$/.test(path) && existsSync(join(root, path, '.')))
    .filter((id) => only === undefined || id === only || id.startsWith(`${only}/`))
    .sort();
  if (ids.length === 0) {
    throw new Error(
      only === undefined
        ? 'content/patterns has no pattern: restore its folders.'
        : `--only ${only} names no folder of content/patterns: give model/slug or model.`,
    );
  }
  return ids.map((id) => loadPattern(root, id));
}

export function loadPattern(root: string, id: string): Loaded {
  const folder = join(root, id);
  const shown = `content/patterns/${id}`;
  const read = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined;
  const page = read('index.mdx');
  const python = read('main.py');
  const typescript = read('main.ts');
  const front = page === undefined ? undefined : readFrontMatter(page);

  const faults = [
    page === undefined ? `${shown}/index.mdx is missing: write its front matter.` : undefined,
    python === undefined ? `${shown}/main.py is missing: add the Python program.` : undefined,
    typescript === undefined ? `${shown}/main.ts is missing: add the TypeScript port.` : undefined,
    front?.fault && `${shown}/index.mdx: ${front.fault}`,
    ...wideLines(`${shown}/main.py`, python),
    ...wideLines(`${shown}/main.ts`, typescript),
    ...openTasks(`${shown}/index.mdx`, page),
    ...openTasks(`${shown}/main.py`, python),
    ...openTasks(`${shown}/main.ts`, typescript),
  ].filter((fault) => fault !== undefined);

  if (python === undefined || typescript === undefined || !front?.value) {
    return { id, folder, faults };
  }
  const { contract, experiments, same, since } = front.value;
  const names = { python: front.value.python, typescript: front.value.typescript };
  const sources = { python, typescript };
  const ports = readPorts(folder);
  faults.push(
    ...same.flatMap(({ python: left, typescript: right }) => [
      ...placeFaults(`${shown}/index.mdx, same, main.py`, python, left),
      ...placeFaults(`${shown}/index.mdx, same, main.ts`, typescript, right),
    ]),
    ...pageFaults(`${shown}/index.mdx`, page ?? '', front.value, root),
    ...experiments.flatMap((experiment) => editFaults(`${shown}/index.mdx`, ports, experiment)),
  );
  const sinceMinor = since === undefined ? {} : { sinceMinor: Number(since.split('.')[1]) };
  return {
    id,
    folder,
    faults,
    pattern: { id, folder, contract, sources, ports, experiments, names, ...sinceMinor },
  };
}

function readPorts(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'given.ts');
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function placeFaults(shown: string, source: string, place: Place): string[] {
  try {
    findLines(source, place);
    return [];
  } catch (error) {
    return [`${shown}: ${(error as Error).message}`];
  }
}

function editFaults(
  shown: string,
  ports: Readonly<Record<string, string>>,
  { id, edits }: Experiment,
): string[] {
  try {
    applyEdits(ports, edits);
    return [];
  } catch (error) {
    return [`${shown}, experiment “${id}”: ${(error as Error).message}`];
  }
}

function readFrontMatter(page: string): { value?: PatternData; fault?: string } {
  const [, frontMatter] = /^---\r?\n(.*?)^---\r?$/ms.exec(page) ?? [];
  if (frontMatter === undefined) {
    return { fault: 'no front matter. Begin the file with it, between two lines of `---`.' };
  }
  try {
    const result = patternSchema.safeParse(parse(frontMatter));
    if (result.success) return { value: result.data };
    return { fault: `the front matter is not valid. ${z.prettifyError(result.error)}` };
  } catch (error) {
    return { fault: `the front matter is not YAML. ${(error as Error).message}` };
  }
}

function wideLines(shown: string, source = ''): string[] {
  return source
    .split('\n')
    .map((line, index) => ({ width: line.length, number: index + 1 }))
    .filter(({ width }) => width > WIDTH)
    .map(
      ({ width, number }) =>
        `${shown}:${number} is ${width} columns wide: break it; a column of a pair shows ${WIDTH}.`,
    );
}
