/**
 * The declarations that type checking in the page needs, gathered at build time: the language's own
 * libraries and Node's. Their comments are left out; they are most of the size.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const packages = resolve('node_modules');

/** @returns texts by absolute path in the checker's own file system, see `playground/types/checker.ts` */
export function typeLibraries(): Record<string, string> {
  const files: Record<string, string> = {};
  addLibrary('lib.es2024.d.ts', files);
  addLibrary('lib.esnext.disposable.d.ts', files);
  addPackage('@types/node', files);
  addPackage('undici-types', files);
  return files;
}

/** A library of TypeScript's, and those that it names. */
function addLibrary(name: string, files: Record<string, string>): void {
  const path = `/lib/${name}`;
  if (path in files) return;
  const text = readFileSync(join(packages, 'typescript/lib', name), 'utf8');
  files[path] = withoutComments(text);
  for (const [, other] of text.matchAll(/^\/\/\/ <reference lib="([^"]+)"/gm)) {
    addLibrary(`lib.${other}.d.ts`, files);
  }
}

function addPackage(name: string, files: Record<string, string>): void {
  const folder = join(packages, name);
  const wanted = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    // `ts5.6` and the like are for older compilers than the one that reads this.
    .filter((path) => /(^package\.json|\.d\.[cm]?ts)$/.test(path) && !/^ts\d/.test(path));
  for (const path of wanted.sort()) {
    const text = readFileSync(join(folder, path), 'utf8');
    files[`/node_modules/${name}/${path}`] = path.endsWith('.json')
      ? manifest(text)
      : withoutComments(text);
  }
}

/** What resolution reads of a package. */
function manifest(text: string): string {
  const { name, version, types, main, exports } = JSON.parse(text);
  return JSON.stringify({ name, version, types, main, exports });
}

/** Only comments that fill whole lines; `/// <reference` stays. */
export function withoutComments(text: string): string {
  return text
    .replace(/^[ \t]*\/\*[\s\S]*?\*\/[ \t]*$/gm, '')
    .replace(/^[ \t]*\/\/(?!\/).*$/gm, '')
    .replace(/\n[ \t]*(?=\n)/g, '')
    .replace(/^[ \t]+/gm, '');
}
