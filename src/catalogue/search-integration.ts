/**
 * Builds the full-text index after every build, so that no build is without one, and lets
 * `astro dev`, which has no built pages to index, answer with the last build's.
 */
import { createReadStream, existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** Pagefind's ready-made interfaces; the site has its own. */
const unusedFile = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

const contentTypes: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
};

async function writeIndex(site: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ keepIndexUrl: false });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    const added = await index.addDirectory({ path: site });
    const outputPath = join(site, 'pagefind');
    const written = await index.writeFiles({ outputPath });
    const failures = [...added.errors, ...written.errors];
    if (failures.length > 0) {
      throw new Error(`Pagefind could not index ${site}: ${failures.join('; ')}`);
    }
    const unused = (await readdir(outputPath)).filter((name) => unusedFile.test(name));
    await Promise.all(unused.map((name) => rm(join(outputPath, name))));
    return added.page_count;
  } finally {
    await pagefind.close();
  }
}

export function searchIndex(): AstroIntegration {
  let outDir = '';
  let base = '/';
  return {
    name: 'interleave-search',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = fileURLToPath(config.outDir);
        base = config.base;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(`${base}pagefind`, (request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const folder = join(outDir, 'pagefind');
          const file = normalize(join(folder, decodeURIComponent(pathname)));
          if (!file.startsWith(folder + sep) || !existsSync(file)) return next();
          response.setHeader(
            'Content-Type',
            contentTypes[extname(file)] ?? 'application/octet-stream',
          );
          createReadStream(file).pipe(response);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await writeIndex(fileURLToPath(dir));
        logger.info(`indexed ${pages} pages for the search`);
      },
    },
  };
}
