/**
 * A Vite plugin for the engine's own scripts. Workers of the sandboxed frame get their source as
 * text, so each is one self-contained classic script; Vite's own worker imports make modules.
 */
import { basename, join } from 'node:path';
import type { AstroUserConfig } from 'astro';
import { build, type Plugin } from 'esbuild';
import { type Bundled, bundleThread, parts, THREAD } from './engine-parts.ts';
import { root } from './run.ts';
import { streamParts } from './stream-parts.ts';

/** An import of a script of the engine: the file, and what is wanted of it. */
export const scriptQuery = /^(?<file>[^?]+)\?(?<kind>script-url|expression-url|script-text)$/;
type VitePlugin = Extract<
  NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number],
  { name: string }
>;

const DEV_PREFIX = '/@engine-script';
const EXPORTS = 'interleaveExports';

export function engineScripts(): VitePlugin {
  let isDev = false;
  return {
    name: 'interleave:engine-scripts',
    enforce: 'pre',
    configResolved({ command }) {
      isDev = command === 'serve';
    },
    async load(id) {
      const { file, kind } = scriptQuery.exec(id)?.groups ?? {};
      if (file === undefined || kind === undefined) return null;
      if (kind === 'script-text')
        return `export default ${JSON.stringify(await bundle(file, kind))}`;
      if (isDev) return `export default ${JSON.stringify(`${DEV_PREFIX}${file}?${kind}`)}`;
      const name = `${basename(file, '.ts')}.js`;
      const reference = this.emitFile({ type: 'asset', name, source: await bundle(file, kind) });
      return `export default import.meta.ROLLUP_FILE_URL_${reference}`;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const id = request.url?.startsWith(DEV_PREFIX) && request.url.slice(DEV_PREFIX.length);
        const { file, kind } = (id && scriptQuery.exec(id)?.groups) || {};
        if (file === undefined || kind === undefined) return next();
        bundle(file, kind).then((code) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.end(code);
        }, next);
      });
    },
  };
}

/**
 * One self-contained script.
 * @param kind `expression-url` for an expression whose value is the module's exports
 */
export async function bundle(file: string, kind: string): Promise<string> {
  if (file === THREAD || parts.includes(file)) {
    const made = await bundleThread((entry, plugins) =>
      bundleAlone(entry, entry === THREAD ? 'script-url' : kind, plugins),
    );
    return made.get(file) ?? '';
  }
  return (await bundleAlone(file, kind, [])).code;
}

async function bundleAlone(
  file: string,
  kind: string,
  plugins: readonly Plugin[],
): Promise<Bundled> {
  const { outputFiles, metafile } = await build({
    entryPoints: [file],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    // Programs see the names of Node's classes.
    keepNames: true,
    charset: 'utf8',
    plugins: [...plugins, streamParts],
    // Only the unit tests ask for it, under Node.
    logOverride: { 'empty-import-meta': 'silent' },
    ...(kind === 'expression-url' && { globalName: EXPORTS }),
  });
  const inputs = Object.values(metafile.outputs)[0]?.inputs ?? {};
  const files = Object.keys(inputs).filter((path) => (inputs[path]?.bytesInOutput ?? 0) > 0);
  const code = withPlainDescriptors(outputFiles[0]?.text ?? '');
  return { code: kind === 'expression-url' ? expressionOf(code) : code, files: absolute(files) };
}

function absolute(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.map((path) => join(root, path)));
}

function expressionOf(code: string): string {
  const start = code.indexOf(`${EXPORTS}=`);
  return code.slice(start + EXPORTS.length + 1).replace(/;\s*$/, '');
}

/**
 * esbuild names functions by descriptors that inherit from `Object.prototype`: a program that sets
 * `Object.prototype.get` would break every function that the engine makes from then on.
 */
function withPlainDescriptors(code: string): string {
  return code.replace(/(?<=,"name",\{)(?=value:)/, '__proto__:null,');
}
