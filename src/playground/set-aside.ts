/**
 * Text that an experiment or a link puts in the place of the reader's own: the own edit is set
 * aside and can be brought back, however often that happens. Pure, so that "never lost" is tested.
 */
import type { Edits } from './program.ts';

/** Where text comes from that the reader did not write. */
export type Origin = 'experiment' | 'link';

export interface Held {
  /** Texts that differ from the original, by file name; what the editors show. */
  readonly files: Edits;
  /** What was put there for the reader, as it was put. */
  readonly shown?: { readonly by: Origin; readonly files: Edits } | undefined;
  /** The reader's own edits that gave way, the last one last. */
  readonly aside: readonly Edits[];
}

/** Who wrote what is shown; `undefined` when it is the original. */
export function authorOf({ files, shown }: Held): Origin | 'reader' | undefined {
  if (Object.keys(files).length === 0) return undefined;
  return shown !== undefined && sameFiles(files, shown.files) ? shown.by : 'reader';
}

/** Shows `files`, and sets aside what the reader wrote. */
export function putInPlace(held: Held, by: Origin, files: Edits): Held {
  const shown = { by, files };
  if (sameFiles(held.files, files)) return { ...held, files, shown };
  return { files, shown, aside: withOwn(held) };
}

/** Shows the original, or what else the reader asks for that is in no danger. */
export function withOriginal(held: Held): Held {
  return { files: {}, aside: held.aside };
}

/** Shows the edit that was set aside last; what the reader has written since is set aside instead. */
export function bringBack(held: Held): Held {
  const files = held.aside.at(-1);
  if (files === undefined) return held;
  const rest = { ...held, aside: held.aside.slice(0, -1) };
  // To the front, so that each further press shows another one.
  const own = authorOf(held) === 'reader' ? [held.files] : [];
  return { files, aside: [...own, ...rest.aside.filter((each) => !sameFiles(each, held.files))] };
}

/** Sets aside what the reader wrote in another page of the same program. */
export function withOthers(held: Held, other: Held): Held {
  const own = authorOf(other) === 'reader' ? [other.files] : [];
  const added = [...other.aside, ...own].filter(
    (each) => ![held.files, ...held.aside].some((known) => sameFiles(known, each)),
  );
  return { ...held, aside: [...held.aside, ...added] };
}

function withOwn(held: Held): readonly Edits[] {
  if (authorOf(held) !== 'reader') return held.aside;
  return [...held.aside.filter((each) => !sameFiles(each, held.files)), held.files];
}

function sameFiles(one: Edits, other: Edits): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  );
}
