import type { Variant } from './pattern-files.ts';

/** What names a pair in the address of a page: made of its own names, so links to it stay good. */
export function pairId(pattern: string, variant: Variant): string {
  const name = `pair-${pattern.replace('/', '-')}`;
  return variant === 'main' ? name : `${name}-${variant}`;
}

/** What names the head of a pair's terminal, with Run: the top of a page links there. */
export function runId(pattern: string): string {
  return `${pairId(pattern, 'main')}-run`;
}
