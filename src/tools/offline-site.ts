/**
 * Writes the service worker of a built site and the manifest of what it may keep. Runs after all
 * that writes files: the version is the hash of every one of them.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import type { EngineSettings } from '../engine/settings.ts';
import {
  hashOfBytes,
  manifestPath,
  type OfflineFacts,
  type OfflineFile,
  type OfflineManifest,
} from '../offline/manifest.ts';
import { pagePath } from '../shared/page-path.ts';
import { root } from './run.ts';

const WORKER = 'service-worker.js';
/** For hosts to read, the worker's own, and pictures for other sites. */
const notKept =
  /(^|\/)\.|^social\/|^(_headers|vercel\.json|nginx\.conf|service-worker\.js|offline\/.*\.json)$/;
/** What every page needs, and all that its programs may: the engine, the terminal, the editor. */
const core = /^(404\.html|favicon\.svg|offline\/)?$|^_astro\//;
/** Larger assets belong to rare wishes, and are kept with the whole site. */
const CORE_LIMIT = 500_000;

export function offlineSite({ coep }: EngineSettings, base: string): AstroIntegration {
  return {
    name: 'interleave-offline-site',
    hooks: {
      async 'astro:build:done'({ dir, logger }) {
        const { files, core } = await writeOffline(fileURLToPath(dir), base, coep);
        const size = (paths: readonly string[]): string =>
          (paths.reduce((sum, path) => sum + (files[path]?.bytes ?? 0), 0) / 1e6).toFixed(1);
        logger.info(
          `offline: ${size(core)} MB for every page, ${size(Object.keys(files))} MB in all`,
        );
      },
    },
  };
}

/** @returns the manifest, which is written to the site with the worker */
export async function writeOffline(
  site: string,
  base: string,
  coep: string,
): Promise<OfflineManifest> {
  const files = await readSite(site, base);
  const code = await bundleWorker({ base, coep, version: '' });
  const version = createHash('sha256')
    .update(JSON.stringify(files))
    .update(code)
    .digest('hex')
    .slice(0, 12);
  const manifest = {
    version,
    files,
    core: Object.keys(files).filter((path) => isCore(path, files)),
  };
  await mkdir(join(site, 'offline'), { recursive: true });
  await writeFile(join(site, manifestPath(version)), JSON.stringify(manifest));
  await writeFile(join(site, WORKER), await bundleWorker({ base, coep, version }));
  return manifest;
}

function isCore(path: string, files: OfflineManifest['files']): boolean {
  const isSmall = (files[path]?.bytes ?? 0) <= CORE_LIMIT;
  return core.test(path) && isSmall;
}

async function readSite(site: string, base: string): Promise<Record<string, OfflineFile>> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(site, '/').length))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !notKept.test(name));
  const files: Record<string, OfflineFile> = {};
  for (const name of names.sort()) {
    const bytes = await readFile(join(site, name));
    const path = pagePath(name);
    const needs = name.endsWith('.html') ? programsOf(bytes.toString(), base) : [];
    const hash = await hashOfBytes(bytes);
    files[path] = { hash, bytes: bytes.length, ...(needs.length > 0 && { needs }) };
  }
  return files;
}

/** The programs that a page fetches when they are run. */
function programsOf(html: string, base: string): string[] {
  const programs = [...html.matchAll(/ data-program="([^"]+)"/g)].flatMap(([, url]) => url ?? []);
  const folder = / data-starters="([^"]+)"/.exec(html)?.[1];
  const starters = [...html.matchAll(/<option value="([^"]+)" data-hash/g)].map(
    ([, id]) => `${folder}${id}.json`,
  );
  return [...new Set([...programs, ...starters])].map((url) => url.slice(base.length));
}

async function bundleWorker(facts: OfflineFacts): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/offline/service-worker.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    define: { __INTERLEAVE_OFFLINE__: JSON.stringify(facts) },
  });
  return outputFiles[0]?.text ?? '';
}
