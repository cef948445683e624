/** Which lines of a program belong to which of an author's `same`, as the markup says it. */
import type { Lines } from '../../catalogue/places.ts';

/** Consecutive lines that belong to the same groups; no group at all for all other lines. */
export interface Run {
  /** Numbers of the groups, in words for an attribute: `0 3`; empty for lines of none. */
  groups: string;
  lines: string[];
}

/**
 * @param lines of a program, highlighted or not
 * @param marks where each group is; groups may overlap
 */
export function markedRuns(lines: readonly string[], marks: readonly Lines[]): Run[] {
  const runs: Run[] = [];
  for (const [index, line] of lines.entries()) {
    const groups = marks
      .flatMap(({ first, last }, group) => (first <= index + 1 && index < last ? [group] : []))
      .join(' ');
    const current = runs.at(-1);
    if (current?.groups === groups) current.lines.push(line);
    else runs.push({ groups, lines: [line] });
  }
  return runs;
}
