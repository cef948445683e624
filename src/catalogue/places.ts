/** Finds the places that an author's `same` names: lines that do alike in the two languages. */

/** A piece of text on exactly one line, or the first and the last of several lines so named. */
export type Place = string | readonly [string, string];

/** Lines, counted from 1, both ends included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/**
 * @param text the whole source
 * @throws {Error} when a piece of text is on no line or on several, or the first line follows the last
 */
export function findLines(text: string, place: Place): Lines {
  const lines = text.split('\n');
  const [from, to] = typeof place === 'string' ? [place, place] : place;
  const first = onlyLineWith(lines, from);
  const last = from === to ? first : onlyLineWith(lines, to);
  if (first <= last) return { first, last };
  throw new Error(`“${from}” is on line ${first}, after “${to}” on line ${last}: exchange them.`);
}

function onlyLineWith(lines: readonly string[], piece: string): number {
  const found = lines.flatMap((line, index) => (line.includes(piece) ? [index + 1] : []));
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  const where = found.length === 0 ? 'on no line' : `on the lines ${found.join(', ')}`;
  throw new Error(`“${piece}” is ${where}: give text that exactly one line contains.`);
}
