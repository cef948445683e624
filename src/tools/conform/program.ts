/** The programs of the conformance suite: what is run, and what about their output is free. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BROWSERS, type BrowserName } from '../browsers/browser.ts';

const SOURCE = /\.([cm]?[jt]s)$/;
const ENTRY = /^main\.[cm]?[jt]s$/;
const FREE_ORDER = /^\/\/ contract: any-order$/m;
const DIFFERS = /^\/\/ differs(?:\((?<browsers>[\w, ]+)\))?: (?<why>.+)$/gm;
const SILENT = /^\/\/ silent: .+$/m;
const CONTRACT = /^\/\/ contract: (.*)$/m;

export interface Difference {
  /** Undefined for every browser. */
  browsers: readonly BrowserName[] | undefined;
  why: string;
}

export interface Program {
  /** The folder that holds it: the Node module or the theme that it exercises. */
  module: string;
  name: string;
  /** The file to run, among `files`. */
  entry: string;
  /** Sources by path relative to the program's working directory. */
  files: Record<string, string>;
  /** Standard input; without it the program gets an empty one. */
  stdin: string;
  /** Whether the lines of its output may come in any order. */
  anyOrder: boolean;
  /**
   * Where and why the engine is known to differ here. Such a program counts as skipped while it
   * differs, and as failed from when it no longer does, so that the declaration goes.
   */
  differs: readonly Difference[];
  /** Whether it is meant to print nothing; any other silent program is a mistake. */
  isSilent: boolean;
}

/** The program as `--only` and the reports call it. */
export function nameOf({ module, name }: Program): string {
  return `${module}/${name}`;
}

/** Why the program is known to differ in `browser`, if it is. */
export function whyDiffers({ differs }: Program, browser: BrowserName): string | undefined {
  return differs.find(({ browsers }) => browsers?.includes(browser) ?? true)?.why;
}

/** All programs below `folder`, in the order of their names. */
export async function readPrograms(folder: string): Promise<Program[]> {
  const programs: Program[] = [];
  for (const module of (await readdir(folder)).sort()) {
    const within = join(folder, module);
    for (const entry of await readdir(within, { withFileTypes: true })) {
      if (entry.isDirectory()) programs.push(await readFolder(module, within, entry.name));
      else if (SOURCE.test(entry.name)) programs.push(await readSingle(module, within, entry.name));
    }
  }
  return programs;
}

async function readSingle(module: string, folder: string, entry: string): Promise<Program> {
  const source = await readFile(join(folder, entry), 'utf8');
  const name = entry.replace(SOURCE, '');
  const stdin = await readFile(join(folder, `${name}.stdin`), 'utf8').catch(() => '');
  return { module, name, entry, files: { [entry]: source }, stdin, ...contractOf(source, entry) };
}

async function readFolder(module: string, folder: string, name: string): Promise<Program> {
  const files: Record<string, string> = {};
  const below = join(folder, name);
  for (const each of await readdir(below, { recursive: true, withFileTypes: true })) {
    if (!each.isFile()) continue;
    const path = join(each.parentPath, each.name);
    files[path.slice(below.length + 1).replaceAll('\\', '/')] = await readFile(path, 'utf8');
  }
  const entry = Object.keys(files).find((path) => ENTRY.test(path));
  if (entry === undefined) throw new Error(`${below} is a program without a main.* to start with.`);
  return { module, name, entry, files, stdin: '', ...contractOf(files[entry] ?? '', entry) };
}

function contractOf(
  source: string,
  entry: string,
): Pick<Program, 'anyOrder' | 'differs' | 'isSilent'> {
  const anyOrder = FREE_ORDER.test(source);
  const named = CONTRACT.exec(source)?.[1];
  if (named !== undefined && !anyOrder) {
    throw new Error(`${entry} declares an unknown contract: ${named}. The only one is any-order.`);
  }
  return { anyOrder, differs: differencesIn(source, entry), isSilent: SILENT.test(source) };
}

function differencesIn(source: string, entry: string): Difference[] {
  return [...source.matchAll(DIFFERS)].map(({ groups = {} }) => ({
    browsers: groups.browsers?.split(',').map((name) => browserNamed(name.trim(), entry)),
    why: groups.why ?? '',
  }));
}

function browserNamed(name: string, entry: string): BrowserName {
  const found = BROWSERS.find((each) => each === name);
  if (found) return found;
  throw new Error(
    `${entry} differs in an unknown browser: ${name}. Known: ${BROWSERS.join(', ')}.`,
  );
}
