/**
 * Checks that every pattern's folder is whole. The collection's schema sees only `index.mdx`; a
 * folder without one would silently be no pattern at all, and a missing recording would show as an
 * empty box.
 */
import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { models } from './vocabulary.ts';

const requiredFiles: Record<string, string> = {
  'index.mdx': 'write the front matter and the explanation',
  'main.py': 'write the Python program',
  'main.ts': 'write the TypeScript port',
  'main.py.out': 'record it with npm run verify -- --record',
  'main.ts.out': 'record it with npm run verify -- --record',
  'outputs.json': 'record it with npm run verify -- --record',
};

/** What a file that is optional makes necessary. */
const requiredBeside: Record<string, readonly [name: string, fix: string]> = {
  'given.py': ['given.py.runs.json', 'record it with npm run verify -- --record'],
};

/** Editors and operating systems leave hidden files, Python its `__pycache__`. */
function subfolders(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^[._]/.test(entry.name))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function checkRecording(file: string, shown: string): string[] {
  try {
    JSON.parse(readFileSync(file, 'utf8'));
    return [];
  } catch (error) {
    return [
      `${shown} is not JSON (${error instanceof Error ? error.message : error}); record it again with npm run verify -- --record.`,
    ];
  }
}

function checkFolder(folder: string, shown: string): string[] {
  const beside = Object.entries(requiredBeside)
    .filter(([name]) => existsSync(join(folder, name)))
    .map(([, needed]) => needed);
  const missing = [...Object.entries(requiredFiles), ...beside]
    .filter(([name]) => !existsSync(join(folder, name)))
    .map(([name, fix]) => `${shown}/${name} is missing; ${fix}.`);
  const recording = join(folder, 'outputs.json');
  return existsSync(recording)
    ? [...missing, ...checkRecording(recording, `${shown}/outputs.json`)]
    : missing;
}

/**
 * @param root absolute path of `content/patterns`
 * @returns one sentence per fault, naming the file and the fix; empty when all is whole
 */
export function checkPatternFolders(root: string): string[] {
  if (!existsSync(root)) return [];
  return subfolders(root).flatMap(({ name: model }) => {
    if (!models.some((known) => known === model)) {
      return [
        `content/patterns/${model} is not a model; move its patterns to one of ${models.join(', ')}, or add "${model}" to src/catalogue/vocabulary.ts.`,
      ];
    }
    return subfolders(join(root, model)).flatMap(({ name: slug }) =>
      checkFolder(join(root, model, slug), `content/patterns/${model}/${slug}`),
    );
  });
}
