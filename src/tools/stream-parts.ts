/**
 * An esbuild plugin that gives `readable-stream` the engine's own modules in place of its
 * dependencies, so that its streams are the program's `EventEmitter`s, and its errors Node's.
 */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const own: Readonly<Record<string, string>> = {
  'abort-controller': 'internal/stream-parts/abort-controller.ts',
  buffer: 'buffer.ts',
  events: 'events.ts',
  'process/': 'internal/stream-parts/process.ts',
  'string_decoder/': 'string_decoder.ts',
};

export const streamParts: Plugin = {
  name: 'interleave:stream-parts',
  setup(build) {
    build.onResolve({ filter: /./ }, ({ path, importer }) => {
      if (!importer.includes('/node_modules/readable-stream/')) return null;
      if (path.endsWith('/util/inspect')) {
        return { path: ownFile('internal/inspect.ts') };
      }
      const [, part] = /(?:^|\/)(errors|primordials)$/.exec(path) ?? [];
      const file = part === undefined ? own[path] : `internal/stream-parts/${part}.ts`;
      if (file === undefined) return null;
      return { path: ownFile(file) };
    });
  },
};

function ownFile(path: string): string {
  return fileURLToPath(new URL(`../node/${path}`, import.meta.url));
}
