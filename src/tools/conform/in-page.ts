/** Runs programs in a page of a browser, through the built library: as another site would use it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine, FileSystemTree } from '../../engine/engine.ts';
import type { Browser, Page } from '../browsers/browser.ts';
import { writeEngineLibrary } from '../engine-library.ts';
import { serve } from '../serve.ts';
import type { Outcome } from './compare.ts';
import type { Program } from './program.ts';

const HEADERS = `/*
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Embedder-Policy: require-corp
`;
const PAGE = '<!doctype html><title>Conformance</title><link rel="icon" href="data:,">';

interface Request {
  tree: FileSystemTree;
  entry: string;
  stdin: string;
  /** Milliseconds. */
  limit: number;
}

/** The built library, served with the headers that it needs, and a page beside it. */
export interface LibrarySite extends AsyncDisposable {
  readonly url: string;
  /** Where it was built. */
  readonly folder: string;
}

export interface PageRunner extends AsyncDisposable {
  readonly browser: Browser;
  readonly page: Page;
  /** @param limit milliseconds after which the program is killed */
  run(program: Program, limit: number): Promise<Outcome>;
}

/** Builds the library and serves it. */
export async function serveLibrary(): Promise<LibrarySite> {
  const resources = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'interleave-library-'));
  resources.defer(() => rm(folder, { recursive: true }));
  await writeEngineLibrary(join(folder, 'engine'));
  await writeFile(join(folder, '_headers'), HEADERS);
  await writeFile(join(folder, 'index.html'), PAGE);
  const { url } = resources.use(await serve({ root: folder, port: 0 }));
  return { url, folder, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}

/** Opens the library's page in `browser`: it has room for several programs at once. */
export async function openPageRunner(browser: Browser, site: LibrarySite): Promise<PageRunner> {
  const page = await browser.open(site.url);
  return {
    browser,
    page,
    run: ({ entry, stdin, files }, limit) =>
      page.evaluate(runProgram, { tree: treeOf(files), entry, stdin, limit }),
    [Symbol.asyncDispose]: () => browser[Symbol.asyncDispose](),
  };
}

/**
 * Sent to the page as text, so it uses nothing from outside itself. An engine whose program has ended
 * serves the next one, without files of the last: each program has a frame of its own anyway.
 */
async function runProgram({ tree, entry, stdin, limit }: Request): Promise<Outcome> {
  const address = '/engine/interleave.js';
  const { boot } = (await import(address)) as { boot(): Promise<Engine> };
  const pool = globalThis as { engines?: Engine[] };
  pool.engines ??= [];
  const engine = pool.engines.pop() ?? (await boot());
  for (const folder of ['.', '/tmp']) {
    const names = await engine.fs.readdir(folder).catch(() => []);
    for (const name of names) await engine.fs.rm(`${folder}/${name}`, { recursive: true });
  }
  await engine.mount(tree);
  const outcome: Outcome = { stdout: '', stderr: '', exit: 'time limit' };
  const child = await engine.spawn('node', [entry], {
    onOutput: (descriptor, text) => {
      outcome[descriptor === 1 ? 'stdout' : 'stderr'] += text;
    },
  });
  let isTimeUp = false;
  const timer = setTimeout(() => {
    isTimeUp = true;
    child.kill();
  }, limit);
  const writer = child.input.getWriter();
  if (stdin !== '') await writer.write(stdin);
  await writer.close();
  await child.output.pipeTo(new WritableStream());
  const code = await child.exit;
  clearTimeout(timer);
  pool.engines.push(engine);
  return { ...outcome, exit: isTimeUp ? 'time limit' : code };
}

function treeOf(files: Record<string, string>): FileSystemTree {
  const tree: FileSystemTree = {};
  for (const [path, contents] of Object.entries(files)) {
    const folders = path.split('/');
    const name = folders.pop() ?? '';
    let at = tree;
    for (const folder of folders) {
      const found = at[folder] ?? { directory: {} };
      at[folder] = found;
      if (!('directory' in found)) throw new Error(`${folder} of ${path} is a file and a folder.`);
      at = found.directory;
    }
    at[name] = { file: { contents } };
  }
  return tree;
}
