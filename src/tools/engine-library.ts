/**
 * Writes the engine as one ES module with its types and the scripts that it starts, apart from the
 * site's own bundles: those have hashed names and share chunks with the site, and another site
 * could copy neither.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Plugin } from 'esbuild';
import { transpileDeclaration } from 'typescript';
import { bundle, scriptQuery } from './engine-scripts.ts';
import { root } from './run.ts';

const ENTRY = join(root, 'src/engine/library/interleave.ts');
/** The sources whose types a user of the library sees, with the names of their declarations. */
const DECLARED = [
  [ENTRY, 'interleave.d.ts'],
  [join(root, 'src/engine/engine.ts'), 'engine.d.ts'],
  [join(root, 'src/engine/trace.ts'), 'trace.d.ts'],
] as const;

/** Writes the library into `folder`, which is created if need be. */
export async function writeEngineLibrary(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [ENTRY],
    bundle: true,
    outfile: join(folder, 'interleave.js'),
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    plugins: [scriptsBeside(folder)],
  });
  for (const [source, name] of DECLARED) {
    await writeFile(join(folder, name), await declarationOf(source));
  }
}

/** The library below `/engine/` of every built site. */
export function engineLibrary(): AstroIntegration {
  return {
    name: 'interleave-engine-library',
    hooks: {
      'astro:build:done': ({ dir }) => writeEngineLibrary(join(fileURLToPath(dir), 'engine')),
    },
  };
}

function scriptsBeside(folder: string): Plugin {
  return {
    name: 'interleave:scripts-beside',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: scriptQuery }, ({ path, resolveDir }) => ({
        path: resolve(resolveDir, path),
        namespace: 'engine-script',
      }));
      onLoad({ filter: /^/, namespace: 'engine-script' }, async ({ path }) => {
        const { file = '', kind = '' } = scriptQuery.exec(path)?.groups ?? {};
        const code = await bundle(file, kind);
        if (kind === 'script-text') return { contents: `export default ${JSON.stringify(code)}` };
        const name = `${basename(file, '.ts')}.js`;
        await writeFile(join(folder, name), code);
        return { contents: `export default new URL('./${name}', import.meta.url).href` };
      });
    },
  };
}

async function declarationOf(source: string): Promise<string> {
  const text = await readFile(source, 'utf8');
  const { outputText } = transpileDeclaration(text, { fileName: source });
  return outputText.replaceAll(`'../engine.ts'`, `'./engine.js'`);
}
