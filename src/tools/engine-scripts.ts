/**
 * A Vite plugin for the engine's own scripts. Workers of the sandboxed frame get their source as
 * text, so each is one self-contained classic script; Vite's own worker imports make modules.
 */
import { basename } from 'node:path';
import type { AstroUserConfig } from 'astro';
import { build } from 'esbuild';
import { streamParts } from './stream-parts.ts';

/** An import of a script of the engine: the file, and what is wanted of it. */
export const scriptQuery = /^(?<file>[^?]+)\?(?<kind>script-url|expression-url|script-text)$/;
type Plugin = Extract<
  NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number],
  { name: string }
>;

const DEV_PREFIX = '/@engine-script';
const EXPORTS = 'interleaveExports';

export function engineScripts(): Plugin {
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
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    // Programs see the names of Node's classes.
    keepNames: true,
    charset: 'utf8',
    plugins: [streamParts],
    ...(kind === 'expression-url' && { globalName: EXPORTS }),
  });
  const code = outputFiles[0]?.text ?? '';
  if (kind !== 'expression-url') return code;
  const start = code.indexOf(`${EXPORTS}=`);
  return code.slice(start + EXPORTS.length + 1).replace(/;\s*$/, '');
}
