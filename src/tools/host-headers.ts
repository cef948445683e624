/**
 * The headers of the built site, said in the languages of the common hosts. `public/_headers` is
 * the one source; what depends on the build (the path of the site, the isolation of its pages, the
 * hashes in their policy) is filled in here.
 */
import { readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import type { EngineSettings } from '../engine/settings.ts';
import { type HeaderRule, parseHeadersFile } from './headers-file.ts';

const metaPolicy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/;

export interface BuildFacts {
  base: string;
  coep: EngineSettings['coep'];
  /** The policy that stands in the pages. */
  policy: string;
}

/** Writes `_headers`, `vercel.json`, `.htaccess` and `nginx.conf` into the built site. */
export function hostHeaders({ coep }: EngineSettings, base: string): AstroIntegration {
  return {
    name: 'interleave-host-headers',
    hooks: {
      async 'astro:build:done'({ dir }) {
        const read = (name: string) => readFile(new URL(name, dir), 'utf8');
        const policy = metaPolicy.exec(await read('index.html'))?.[1];
        if (policy === undefined) {
          throw new Error('index.html has no content-security policy. Restore it in Base.astro.');
        }
        const text = fillIn(await read('_headers'), {
          base,
          coep,
          policy: policy.replaceAll('&#39;', "'").replaceAll('&#x27;', "'"),
        });
        const rules = parseHeadersFile(text);
        await writeFile(new URL('_headers', dir), text);
        await writeFile(new URL('vercel.json', dir), toVercel(rules));
        await writeFile(new URL('.htaccess', dir), toApache(rules, base));
        await writeFile(new URL('nginx.conf', dir), toNginx(rules, base));
      },
    },
  };
}

/** A `_headers` file for this build: its paths below the base, its placeholders filled. */
export function fillIn(text: string, { base, coep, policy }: BuildFacts): string {
  return text.replaceAll('{policy}', policy).replaceAll('{coep}', coep).replace(/^\//gm, base);
}

/** For Vercel, which reads it from the folder that is deployed. */
export function toVercel(rules: readonly HeaderRule[]): string {
  const headers = rules.map((rule) => ({
    source: rule.path.replaceAll('*', '(.*)'),
    headers: rule.headers.map(([key, value]) => ({ key, value })),
  }));
  return `${JSON.stringify({ trailingSlash: true, headers }, null, 2)}\n`;
}

/** For Apache, which reads it from the folder that it serves, where `AllowOverride` lets it. */
export function toApache(rules: readonly HeaderRule[], base: string): string {
  const blocks = rules.map(({ path, headers }) => {
    const lines = headers.map(([name, value]) => `    Header always set ${name} "${value}"`);
    const pattern = `^${toPattern(path)}$`;
    return `  <If "%{REQUEST_URI} =~ m#${pattern}#">\n${lines.join('\n')}\n  </If>`;
  });
  return `ErrorDocument 404 ${base}404.html\n<IfModule mod_headers.c>\n${blocks.join('\n')}\n</IfModule>\n`;
}

/**
 * For nginx, to be included in a `server` block. There a location's `add_header` replaces those
 * around it, so each location repeats the headers of the rules that hold for it too.
 */
export function toNginx(rules: readonly HeaderRule[], base: string): string {
  const general = rules.find(({ path }) => path === `${base}*`)?.headers ?? [];
  const blocks = rules.map(({ path, headers }) => {
    const own = path === `${base}*` ? headers : [...general, ...headers];
    const lines = own.map(([name, value]) => `  add_header ${name} "${value}" always;`);
    const match = path.endsWith('*') ? `^~ ${path.slice(0, -1)}` : `= ${path}`;
    return `location ${path === `${base}*` ? base : match} {\n${lines.join('\n')}\n}`;
  });
  return `error_page 404 ${base}404.html;\n${blocks.join('\n')}\n`;
}

function toPattern(path: string): string {
  return path
    .split('*')
    .map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'))
    .join('.*');
}
