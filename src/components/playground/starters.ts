/**
 * The programs that the playground starts from: folders of `content/playground/`, in the order in
 * which they are offered. The first one stands in the page; the others are fetched when chosen.
 */
import type { Program } from '../../playground/program.ts';
import { compile } from '../../runtime/compile/compile.ts';
import { mountPoint } from '../pair/mount-point.ts';
import { sourceHash } from '../pair/source-hash.ts';

export interface Starter {
  id: string;
  title: string;
  /** Its files, the one that starts first. */
  files: { name: string; text: string }[];
  entry: string;
  hash: string;
}

const offered = [
  { id: 'threads', title: 'Threads that share memory', entry: 'main.ts' },
  { id: 'processes', title: 'A child process', entry: 'main.ts' },
  { id: 'async', title: 'Async tasks, and a question', entry: 'main.ts' },
  { id: 'commonjs', title: 'CommonJS and package.json', entry: 'main.js' },
  { id: 'blank', title: 'One small file', entry: 'main.ts' },
];

const texts = import.meta.glob<string>('/content/playground/*/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Where the starters' folders stand, in whichever engine. */
export const PLAYGROUND_FOLDER = 'playground';

export function starters(): Starter[] {
  return offered.map(({ id, title, entry }) => {
    const folder = `/content/playground/${id}/`;
    const files = Object.entries(texts)
      .filter(([path]) => path.startsWith(folder))
      .map(([path, text]) => ({ name: path.slice(folder.length), text }))
      .sort((a, b) => Number(b.name === entry) - Number(a.name === entry));
    if (files[0]?.name !== entry) {
      throw new Error(`content/playground/${id}/${entry} is missing. Write it, or offer another.`);
    }
    return { id, title, files, entry, hash: sourceHash(files) };
  });
}

/** @throws {CompileError} with file and line; it fails the build */
export function starterProgram({ id, entry, files }: Starter): Program {
  const published = files.map(({ name, text }) => {
    const path = `${mountPoint(PLAYGROUND_FOLDER)}/${id}/${name}`;
    if (!/\.[cm]?[jt]s$/.test(name)) return [name, { source: text }] as const;
    return [name, { source: text, compiled: JSON.stringify(compile(text, { path })) }] as const;
  });
  return { entry, files: Object.fromEntries(published) };
}
