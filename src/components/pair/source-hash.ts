import { createHash } from 'node:crypto';
import type { SourceFile } from './pattern-files.ts';

/** Tells a changed sample from the one that a kept edit started from. */
export function sourceHash(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
}
