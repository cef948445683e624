/** An experiment's edits as whole lines before and after, as a reader without a script sees them. */
import { applyEdits, type Edit } from '../../shared/experiment.ts';

export interface Change {
  file: string;
  /** The lines that go, without the indentation that all of them share. */
  before: string[];
  /** The lines that come instead. */
  after: string[];
}

/** @throws {Error} when an edit does not fit its file */
export function changeOf(
  originals: Readonly<Record<string, string>>,
  edits: readonly Edit[],
): Change[] {
  let files = { ...originals };
  return edits.map((edit) => {
    const old = files[edit.file] ?? '';
    files = applyEdits(files, [edit]);
    const { before, after } = differing(old.split('\n'), (files[edit.file] ?? '').split('\n'));
    const indent = commonIndent([...before, ...after]);
    const cut = (lines: readonly string[]) => lines.map((line) => line.slice(indent));
    return { file: edit.file, before: cut(before), after: cut(after) };
  });
}

/** What remains of two texts without the lines that both begin and end with. */
function differing(old: readonly string[], now: readonly string[]) {
  const shortest = Math.min(old.length, now.length);
  let start = 0;
  while (start < shortest && old[start] === now[start]) start++;
  let end = 0;
  while (end < shortest - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  return {
    before: old.slice(start, old.length - end),
    after: now.slice(start, now.length - end),
  };
}

function commonIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  return indents.length === 0 ? 0 : Math.min(...indents);
}
