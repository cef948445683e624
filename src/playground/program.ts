/**
 * A runnable program as the site publishes it (`program.json`, `given.json`): its sources and what
 * the build compiled from them. Published apart from the page, because a reader who only reads
 * should not load it.
 */
import type { FileSystemTree } from '../engine/engine.ts';
import type { Experiment } from '../shared/experiment.ts';
import { loaded } from '../shared/loaded.ts';

export interface ProgramFile {
  source: string;
  /** The compiled module, as JSON; valid for `source` only. Absent for what is no module. */
  compiled?: string;
}

export interface Program {
  /** Name of the file that `node` starts. */
  entry: string;
  files: Record<string, ProgramFile>;
  /** Changes that the page offers, without what they are held to. */
  experiments?: ProgramExperiment[];
  /** When each line of the recorded outputs came, in milliseconds since the start. */
  times?: { python: number[] | undefined; typescript: number[] | undefined };
}

export type ProgramExperiment = Pick<Experiment, 'id' | 'title' | 'edits'>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isProgramFile(value: unknown): value is ProgramFile {
  if (!isRecord(value) || typeof value.source !== 'string') return false;
  return value.compiled === undefined || typeof value.compiled === 'string';
}

function isProgram(value: unknown): value is Program {
  if (!isRecord(value) || typeof value.entry !== 'string' || !isRecord(value.files)) return false;
  if (value.times !== undefined && !isRecord(value.times)) return false;
  if (value.experiments !== undefined && !Array.isArray(value.experiments)) return false;
  return Object.values(value.files).every(isProgramFile) && value.entry in value.files;
}

/**
 * @throws {Error} when the file cannot be fetched or is not a program
 */
export async function fetchProgram(url: string, signal: AbortSignal): Promise<Program> {
  const response = await loaded(fetch(url, { signal }));
  if (!response.ok) {
    throw new Error(
      `Loading ${url} failed: the server answered ${response.status}. Press Run to try again.`,
    );
  }
  const value: unknown = await response.json();
  if (isProgram(value)) return value;
  throw new Error(
    `${url} is not a program of this site. Reload the page to load its current version.`,
  );
}

/** Source texts that replace the published ones, by file name. */
export type Edits = Readonly<Record<string, string>>;

/** The files to mount. An edited one goes without its compiled form, which is of another text. */
export function programTree(program: Program, edits: Edits): FileSystemTree {
  const names = Object.entries(program.files);
  return fileTree(
    new Map(names.map(([name, { source }]) => [name, edits[name] ?? source])),
    program,
  );
}

/**
 * The tree of `files`, by path.
 * @param program gives the compiled form of those files that are as it published them
 */
export function fileTree(
  files: ReadonlyMap<string, string>,
  program: Program | undefined,
): FileSystemTree {
  const tree: FileSystemTree = {};
  for (const [path, contents] of files) {
    const parts = path.split('/');
    const name = parts.pop() ?? path;
    const folder = parts.reduce((at, part) => folderIn(at, part), tree);
    const published = program?.files[path];
    const compiled = published?.source === contents ? published.compiled : undefined;
    folder[name] =
      compiled === undefined
        ? { file: { contents } }
        : { file: { contents, attributes: { 'node.compiled': compiled } } };
  }
  return tree;
}

function folderIn(tree: FileSystemTree, name: string): FileSystemTree {
  const node = tree[name];
  if (node !== undefined && 'directory' in node) return node.directory;
  const directory: FileSystemTree = {};
  tree[name] = { directory };
  return directory;
}
