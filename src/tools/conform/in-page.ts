/** Runs programs in a page of Chromium, through the built library: as another site would use it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import type { Engine, FileSystemTree } from '../../engine/engine.ts';
import { ensureChromium } from '../chromium.ts';
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

export interface PageRunner extends AsyncDisposable {
  /** The browser, with its version. */
  readonly browser: string;
  readonly page: Page;
  /** @param limit milliseconds after which the program is killed */
  run(program: Program, limit: number): Promise<Outcome>;
}

/** Builds the library, serves it, and opens a page that has room for several programs at once. */
export async function openPageRunner(): Promise<PageRunner> {
  const resources = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'interleave-library-'));
  resources.defer(() => rm(folder, { recursive: true }));
  await writeEngineLibrary(join(folder, 'engine'));
  await writeFile(join(folder, '_headers'), HEADERS);
  await writeFile(join(folder, 'index.html'), PAGE);
  const site = resources.use(await serve({ root: folder, port: 0 }));
  const browser = await chromium.launch({ executablePath: await ensureChromium() });
  resources.defer(() => browser.close());
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error('In the page:', error));
  page.on('console', (message) => {
    if (message.type() === 'error') console.error('In the page:', message.text());
  });
  await page.goto(site.url);
  return {
    browser: `Chromium ${browser.version()}`,
    page,
    run: (program, limit) => runIn(page, program, limit),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

function runIn(page: Page, program: Program, limit: number): Promise<Outcome> {
  const { entry, stdin, files } = program;
  return page.evaluate(runProgram, { tree: treeOf(files), entry, stdin, limit });
}

/** Sent to the page as text, so it uses nothing from outside itself. */
async function runProgram({ tree, entry, stdin, limit }: Request): Promise<Outcome> {
  const address = '/engine/interleave.js';
  const { boot } = (await import(address)) as { boot(): Promise<Engine> };
  const engine = await boot();
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
  engine.teardown();
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
