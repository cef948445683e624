/**
 * Holds every file of `src` to the rules of `import-rules.ts`. A check of our own, because a
 * linter's lists of forbidden names repeat the order once for each folder and do not read the
 * scripts of `.astro` files.
 *
 * Usage: `node src/tools/check-imports.ts`
 */
import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { violation } from './import-rules.ts';
import { root } from './run.ts';

/** What `source`, a file of this name, imports: type imports and dynamic ones too. */
export function importsOf(file: string, source: string): string[] {
  const scripts = file.endsWith('.astro') ? scriptsOf(source) : [source];
  return scripts.flatMap((script) =>
    ts.preProcessFile(script, true, true).importedFiles.map((imported) => imported.fileName),
  );
}

/** The front matter and the `<script>` elements of an Astro component. */
function scriptsOf(source: string): string[] {
  const frontMatter = /^---\r?\n(.*?)^---/ms.exec(source)?.[1] ?? '';
  const elements = [...source.matchAll(/<script[^>]*>(.*?)<\/script>/gs)];
  return [frontMatter, ...elements.map((element) => element[1] ?? '')];
}

/** A path from the root for a relative `specifier`; the specifier itself for a package. */
export function resolve(file: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
}

function main(): void {
  const files = globSync('src/**/*.{ts,mjs,astro}', { cwd: root }).sort();
  let broken = 0;
  for (const file of files.map((name) => name.replaceAll('\\', '/'))) {
    for (const specifier of importsOf(file, readFileSync(`${root}/${file}`, 'utf8'))) {
      const reason = violation(file, resolve(file, specifier));
      if (reason === undefined) continue;
      console.error(`${file} imports ${specifier}: ${reason}.`);
      broken += 1;
    }
  }
  console.log(`${files.length} files, ${broken} imports against the order.`);
  process.exitCode = broken > 0 ? 1 : 0;
}

if (import.meta.main) main();
