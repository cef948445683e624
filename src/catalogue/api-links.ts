/**
 * Documentation addresses of the public names that patterns use. A name that has none is a name
 * that documentation does not know by that spelling, so `apiFaults` says how to spell it.
 */
import { nodeHref } from './node-docs.ts';
import { pythonHref } from './python-docs.ts';
import { webHref } from './web-docs.ts';

export type Language = 'python' | 'typescript';

/**
 * The page, and where it has one the anchor, that documents a name.
 * @param name qualified, as in `threading.Lock.acquire`, `worker_threads.Worker`, `Promise.all`
 * @returns undefined when no documentation knows the name so spelled
 */
export function apiHref(language: Language, name: string): string | undefined {
  return language === 'python' ? pythonHref(name) : (nodeHref(name) ?? webHref(name));
}

const remedies: Record<Language, string> = {
  python:
    'Write it with its module, as docs.python.org does (threading.Lock.acquire); if the module is missing, add it to src/catalogue/python-docs.ts.',
  typescript:
    'Write it with its module and without node: (worker_threads.Worker), or as MDN does (Promise.all); if it is missing, add it to src/catalogue/node-docs.ts or web-docs.ts.',
};

/**
 * @param shown the file that lists the names, as an author knows it
 * @returns one sentence for each name without an address
 */
export function apiFaults(
  shown: string,
  names: Readonly<Record<Language, readonly string[]>>,
): string[] {
  return (['python', 'typescript'] as const).flatMap((language) =>
    names[language]
      .filter((name) => apiHref(language, name) === undefined)
      .map(
        (name) =>
          `${shown}, ${language}: no documentation is known for “${name}”. ${remedies[language]}`,
      ),
  );
}
