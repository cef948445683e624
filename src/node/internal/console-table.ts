/**
 * The box that `console.table` draws. Follows `lib/internal/cli_table.js` in its form. What it is to
 * print it inspects, so it stands in the part that does.
 */
import util from 'node-inspect-extracted';

const VALUES = 'Values';
const ITERATION = '(iteration index)';
const { inspect, getStringWidth: widthOf } = util as typeof util & {
  getStringWidth: (text: string) => number;
};

type Show = (value: unknown) => string;
/** The head of a column, and its cells from the top; where there is none it is empty. */
type Column = [head: string, cells: string[]];

/**
 * @param options for `inspect`
 * @returns undefined when `data` is not tabular and is to be printed as it is
 */
export function formatTable(
  data: unknown,
  properties?: readonly string[],
  options: object = {},
): string | undefined {
  if (data === null || typeof data !== 'object') return undefined;
  const show: Show = (value) =>
    inspect(value, {
      depth: isLarge(value) ? -1 : 0,
      maxArrayLength: 3,
      breakLength: Number.POSITIVE_INFINITY,
      ...options,
    });
  if (data instanceof Map || data instanceof Set) return draw(columnsOfCollection(data, show));
  return draw(columnsOfObject(data, properties, show));
}

function isLarge(value: unknown): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  return Object.keys(value).length > 2;
}

function columnsOfCollection(data: Map<unknown, unknown> | Set<unknown>, show: Show): Column[] {
  const index: Column = [ITERATION, Array.from({ length: data.size }, (_, at) => show(at))];
  const values: Column = [VALUES, [...data.values()].map(show)];
  return data instanceof Map
    ? [index, ['Key', [...data.keys()].map(show)], values]
    : [index, values];
}

function columnsOfObject(
  data: object,
  properties: readonly string[] | undefined,
  show: Show,
): Column[] {
  const names = Object.keys(data);
  const columns: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  const primitives: string[] = [];
  names.forEach((name, row) => {
    const item: unknown = Reflect.get(data, name);
    const isPrimitive = Object(item) !== item;
    if (isPrimitive && !properties) primitives[row] = show(item);
    for (const key of properties ?? (isPrimitive ? [] : Object.keys(item as object))) {
      const has = !isPrimitive && Object.hasOwn(item as object, key);
      columns[key] ??= [];
      columns[key][row] = has ? show(Reflect.get(item as object, key)) : '';
    }
  });
  const values: Column[] = primitives.length > 0 ? [[VALUES, primitives]] : [];
  return [['(index)', names], ...Object.entries(columns), ...values];
}

function draw(columns: readonly Column[]): string {
  const widths = columns.map(([head, cells]) => {
    // A list may have holes, which `map` would keep.
    return Math.max(widthOf(head), ...Array.from(cells, (cell = '') => widthOf(cell))) + 2;
  });
  const rule = (left: string, middle: string, right: string): string =>
    `${left}${widths.map((width) => '─'.repeat(width)).join(middle)}${right}`;
  const row = (cells: readonly string[]): string =>
    `│${cells.map((cell, at) => ` ${cell}${' '.repeat((widths[at] ?? 0) - 1 - widthOf(cell))}`).join('│')}│`;
  const count = columns[0]?.[1].length ?? 0;
  const body = Array.from({ length: count }, (_, at) =>
    row(columns.map(([, cells]) => cells[at] ?? '')),
  );
  const head = row(columns.map(([head]) => head));
  return [rule('┌', '┬', '┐'), head, rule('├', '┼', '┤'), ...body, rule('└', '┴', '┘')].join('\n');
}
