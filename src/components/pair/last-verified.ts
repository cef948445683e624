/** When what stands on a page was last seen to hold, in a sentence for the page's end. */
import type { PatternFiles } from './pattern-files.ts';
import { readableDate, readOutputs } from './recordings.ts';

/** `model/slug` of every pair in an author's text, in its order. */
export function pairsIn(body: string): string[] {
  const found = [...body.matchAll(/<Pair\s+pattern="([^"]+)"/g)].map(([, pattern = '']) => pattern);
  return [...new Set(found)];
}

/**
 * One date for the page: that of the pair which was verified longest ago; and the versions on which
 * each of its pairs held. `undefined` where there is no pair.
 */
export function lastVerified(files: PatternFiles, pairs: readonly string[]): string | undefined {
  const outputs = pairs.map((pattern) => readOutputs(files, pattern));
  const oldest = outputs
    .flatMap(({ python, typescript }) => [python.date, typescript.date])
    .sort()[0];
  if (oldest === undefined) return undefined;
  const versions = [...new Set(outputs.flatMap(({ checked }) => checked.versions))].filter(
    (version) => outputs.every(({ checked }) => checked.versions.includes(version)),
  );
  const list = new Intl.ListFormat('en-GB').format(versions.sort());
  return `Last verified ${readableDate(oldest)} with ${list}.`;
}
