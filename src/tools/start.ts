/** `npm start`: builds the site if its sources have changed, serves it, and prints the address. */
import { join } from 'node:path';
import { buildIfChanged } from './build.ts';
import { root } from './run.ts';
import { serve } from './serve.ts';
import { readBase } from './site-settings.ts';

const code = await buildIfChanged();
if (code === 0) {
  const server = await serve({ root: join(root, 'dist'), base: readBase(process.env) });
  console.log(`\nInterleave is at ${server.url}\nCtrl-C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server[Symbol.asyncDispose]());
  }
} else {
  console.error('The site was not built, so there is nothing to serve. The reason stands above.');
  process.exitCode = code;
}
