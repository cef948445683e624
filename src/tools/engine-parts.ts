/**
 * Splits the thread's script: what `src/node/parts` exports becomes scripts of their own, which a
 * thread loads when it first needs them (`src/node/internal/parts.ts`).
 *
 * A module that the thread's script contains is not bundled into a part again, for its classes and
 * tables must exist once: the part gets it from the script, through `src/runtime/core.ts`. To hand a
 * module out the script must keep all of its exports, which can bring further modules into the
 * script; so both lists are made anew until they stay as they are.
 */
import { readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Plugin } from 'esbuild';
import { root } from './run.ts';

const SOURCES = join(root, 'src');
/** The name under which a part's script finds the modules of the thread's. */
const CORE_NAME = 'interleaveCore';
/** Marks what has been resolved once, so that resolving does not ask itself for ever. */
const RESOLVED = 'interleave:resolved';

export const THREAD = join(SOURCES, 'runtime/thread-worker.ts');
export const parts: readonly string[] = readdirSync(join(SOURCES, 'node/parts'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(SOURCES, 'node/parts', name));

/** @returns the files, absolute, that contribute to the bundle of `entry`, and its code */
export type Bundle = (entry: string, plugins: readonly Plugin[]) => Promise<Bundled>;

export interface Bundled {
  code: string;
  files: ReadonlySet<string>;
}

/** The code of the thread's script and of every part, by file. */
export async function bundleThread(bundle: Bundle): Promise<ReadonlyMap<string, string>> {
  let shared = new Set<string>();
  for (;;) {
    const thread = await bundle(THREAD, [fillCore(shared)]);
    const wanted = new Set<string>();
    const made = new Map([[THREAD, thread.code]]);
    for (const part of parts) {
      const { code } = await bundle(part, [takeFromCore(thread.files, wanted)]);
      made.set(part, `(${CORE_NAME}) => (${code})`);
    }
    if ([...wanted].every((file) => shared.has(file))) return made;
    shared = wanted;
  }
}

/** What the part of a file is called. */
export function partName(file: string): string {
  return basename(file, '.ts');
}

function fillCore(shared: ReadonlySet<string>): Plugin {
  return {
    name: 'interleave:fill-core',
    setup({ onLoad }) {
      onLoad({ filter: /runtime[/\\]core\.ts$/ }, () => {
        const files = [...shared].sort();
        const imports = files.map((file, at) => `import * as m${at} from ${JSON.stringify(file)};`);
        const entries = files.map((file, at) => `${JSON.stringify(idOf(file))}: m${at}`);
        return { contents: `${imports.join('\n')}\nexport const core = {${entries.join()}};` };
      });
    },
  };
}

function takeFromCore(core: ReadonlySet<string>, wanted: Set<string>): Plugin {
  return {
    name: 'interleave:take-from-core',
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /./ }, async ({ path, pluginData, ...from }) => {
        if (from.kind === 'entry-point' || pluginData === RESOLVED) return null;
        const resolved = await resolve(path, { ...from, pluginData: RESOLVED });
        if (!core.has(resolved.path)) return resolved;
        wanted.add(resolved.path);
        return { path: resolved.path, namespace: 'core' };
      });
      onLoad({ filter: /./, namespace: 'core' }, ({ path }) => ({
        contents: `module.exports = ${CORE_NAME}[${JSON.stringify(idOf(path))}];`,
      }));
    },
  };
}

function idOf(file: string): string {
  return relative(SOURCES, file).replaceAll('\\', '/');
}
