/**
 * How a WebContainer's Node runs TypeScript. Which Node it holds is StackBlitz's choice and changes
 * without notice, so it is asked: Node strips types by itself, or with a flag (22.6 to 22.17), or
 * not at all. Then types are stripped before the files are mounted, and a hook lets Node load them.
 */
import type { FileSystemTree } from '../engine.ts';

/** Source without its types, every other character at its place. */
export type StripTypes = (source: string, name: string) => string;

export interface TypeScriptSupport {
  /** Flags that `node` needs. */
  readonly flags: readonly string[];
  /** The files as they must be mounted. */
  prepare(tree: FileSystemTree): FileSystemTree;
}

const QUESTION =
  "(process.features.typescript ? 'strips' : process.allowedNodeEnvironmentFlags.has('--experimental-strip-types') ? 'flag' : 'none') + '!'";
const FLAGS = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

const TYPESCRIPT = /\.[cm]?ts$/;

/** @param run runs `node` with these arguments and answers what it prints */
export async function detectTypeScript(
  run: (args: string[]) => Promise<string>,
  loadStripTypes: () => Promise<StripTypes>,
): Promise<TypeScriptSupport> {
  const answer = await run(['-p', QUESTION]);
  if (answer.includes('strips!')) return { flags: [], prepare: (tree) => tree };
  if (answer.includes('flag!')) return { flags: FLAGS, prepare: (tree) => tree };
  const stripTypes = await loadStripTypes();
  return {
    flags: ['--no-warnings', '--import', `data:text/javascript,${encodeURIComponent(HOOK)}`],
    prepare: (tree) => strip(tree, stripTypes),
  };
}

/**
 * Loads `.ts` as JavaScript, as an ES module or CommonJS by the rules of Node. The hook must be a
 * URL of its own for `register`, so it is a `data:` URL within one.
 */
const LOADER = `
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
async function packageType(url) {
  for (let at = new URL('.', url); ; at = new URL('..', at)) {
    try { return JSON.parse(await readFile(new URL('package.json', at), 'utf8')).type; } catch {}
    if (at.pathname === '/') return undefined;
  }
}
const esm = /^\\s*(import\\s*[\\w{*'"]|export\\s*[\\w{*])|\\bimport\\.meta\\b/m;
export async function load(url, context, next) {
  if (!/^file:.*\\.[cm]?ts$/.test(url)) return next(url, context);
  const source = await readFile(fileURLToPath(url), 'utf8');
  const type = url.endsWith('.mts') ? 'module' : url.endsWith('.cts') ? 'commonjs'
    : (await packageType(url)) ?? (esm.test(source) ? 'module' : 'commonjs');
  return { format: type, source, shortCircuit: true };
}`;
const HOOK = `import { readFileSync } from 'node:fs';
import Module, { register } from 'node:module';
Module._extensions['.ts'] = Module._extensions['.cts'] = (module, file) =>
  module._compile(readFileSync(file, 'utf8'), file);
register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(LOADER)}));`;

function strip(tree: FileSystemTree, stripTypes: StripTypes): FileSystemTree {
  const entries = Object.entries(tree).map(([name, node]) => {
    if ('directory' in node) return [name, { directory: strip(node.directory, stripTypes) }];
    const { contents } = node.file;
    if (!TYPESCRIPT.test(name) || typeof contents !== 'string') return [name, node];
    return [name, { file: { contents: stripped(contents, name, stripTypes) } }];
  });
  return Object.fromEntries(entries);
}

function stripped(source: string, name: string, stripTypes: StripTypes): string {
  try {
    return stripTypes(source, name);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return source; // Node says where the mistake is, when the program gets there.
  }
}
