/**
 * The name map as its authors write it: one line for each public name of a Python module, with
 * columns between bars. Lines, because three hundred objects would hide what is said.
 *
 *     name | match | counterparts, separated by commas | remark | pattern | since 3.12
 *
 * The match says how far the nearest counterpart goes:
 * same (does alike), near (differs in a detail), partly (some of it, or with work), none.
 */

export const matchKinds = ['same', 'near', 'partly', 'none'] as const;
export type MatchKind = (typeof matchKinds)[number];

export interface MappedName {
  /** Within its module: `Queue.put`. */
  readonly name: string;
  /** With its module: `queue.Queue.put`. */
  readonly qualified: string;
  readonly match: MatchKind;
  /** Names in TypeScript, as `apiHref` knows them. */
  readonly counterparts: readonly string[];
  readonly remark: string;
  /** `model/slug` of the pattern that shows it. */
  readonly pattern?: string;
  /** The minor version of Python 3 that brought it, when it is later than the oldest supported. */
  readonly since?: number;
  /** The last minor version of Python 3 that has it. */
  readonly until?: number;
}

/**
 * @param module the Python module, as in `queue`
 * @throws {Error} naming the line that is not of the form above
 */
export function parseNames(module: string, text: string): MappedName[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => parseLine(module, line));
}

function parseLine(module: string, line: string): MappedName {
  const [name = '', match = '', counterparts = '', remark = '', pattern = '', version = ''] = line
    .split('|')
    .map((cell) => cell.trim());
  const kind = matchKinds.find((known) => known === match);
  const [, word, minor] = /^(since|until) 3\.(\d+)$/.exec(version) ?? [];
  const isWhole = name !== '' && kind !== undefined && (version === '' || word !== undefined);
  if (!isWhole || (counterparts === '') !== (kind === 'none')) {
    throw new Error(
      `${module}: the line “${line}” does not fit. Write name | ${matchKinds.join(' or ')} | counterparts (only with none: nothing) | remark | pattern | since 3.N or until 3.N.`,
    );
  }
  return {
    name,
    qualified: `${module}.${name}`,
    match: kind,
    counterparts: counterparts === '' ? [] : counterparts.split(/,\s*/),
    remark,
    ...(pattern !== '' && { pattern }),
    ...(word === 'since' && { since: Number(minor) }),
    ...(word === 'until' && { until: Number(minor) }),
  };
}
