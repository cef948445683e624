/** The line difference that assertion errors show (Myers, "An O(ND) Difference Algorithm"). */

export interface DiffLine {
  kind: 'same' | 'actual' | 'expected';
  text: string;
}

/** Equal lines are shown up to here before they are left out. */
const CONTEXT = 5;

/** @param ignoreCommas whether lines that differ in a final comma are the same */
export function diffLines(
  actual: readonly string[],
  expected: readonly string[],
  ignoreCommas: boolean,
): DiffLine[] {
  const same = (x: number, y: number): boolean => {
    const [a, b] = [actual[x], expected[y]];
    return a === b || (ignoreCommas && (`${a},` === b || a === `${b},`));
  };
  const trace = searchPath(actual.length, expected.length, same);
  const lines: DiffLine[] = [];
  let [x, y] = [actual.length, expected.length];
  for (let depth = trace.length - 1; depth >= 0; depth--) {
    const reach = trace[depth] ?? [];
    const diagonal = x - y;
    const goesDown = stepsDown(reach, diagonal, depth);
    const before = goesDown ? diagonal + 1 : diagonal - 1;
    const fromX = reach[before] ?? 0;
    const fromY = fromX - before;
    while (x > fromX && y > fromY) {
      x--;
      y--;
      const text = actual[x] ?? '';
      const keeps = !ignoreCommas || text.endsWith(',');
      lines.push({ kind: 'same', text: keeps ? text : (expected[y] ?? '') });
    }
    if (depth === 0) break;
    if (x > fromX) lines.push({ kind: 'actual', text: actual[--x] ?? '' });
    else lines.push({ kind: 'expected', text: expected[--y] ?? '' });
  }
  return lines.reverse();
}

/** For each depth, how far each diagonal reached before it; keys may be negative. */
type Reach = Record<number, number>;

function searchPath(
  width: number,
  height: number,
  same: (x: number, y: number) => boolean,
): Reach[] {
  const reach: Reach = { 1: 0 };
  const trace: Reach[] = [];
  for (let depth = 0; depth <= width + height; depth++) {
    trace.push({ ...reach });
    for (let diagonal = -depth; diagonal <= depth; diagonal += 2) {
      let x = stepsDown(reach, diagonal, depth)
        ? (reach[diagonal + 1] ?? 0)
        : (reach[diagonal - 1] ?? 0) + 1;
      while (x < width && x - diagonal < height && same(x, x - diagonal)) x++;
      reach[diagonal] = x;
      if (x >= width && x - diagonal >= height) return trace;
    }
  }
  return trace;
}

function stepsDown(reach: Reach, diagonal: number, depth: number): boolean {
  if (diagonal === -depth) return true;
  return diagonal !== depth && (reach[diagonal - 1] ?? 0) < (reach[diagonal + 1] ?? 0);
}

/** Lines with their marks; long equal stretches become `...`. */
export function printDiff(lines: readonly DiffLine[]): { text: string; isCut: boolean } {
  let text = '';
  let equal = 0;
  let isCut = false;
  lines.forEach(({ kind, text: line }, index) => {
    if (kind === 'same') {
      if (++equal <= CONTEXT) text += `  ${line}\n`;
      return;
    }
    const hidden = equal - CONTEXT;
    if (hidden >= 3) {
      text += '...\n';
      isCut = true;
    }
    const shown = hidden >= 3 ? 1 : Math.max(0, hidden);
    for (let back = shown; back >= 1; back--) text += `  ${lines[index - back]?.text}\n`;
    equal = 0;
    text += `${kind === 'actual' ? '+' : '-'} ${line}\n`;
  });
  return { text: `\n${text.trimEnd()}`, isCut };
}
