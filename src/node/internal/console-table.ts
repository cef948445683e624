/** The box that `console.table` draws. Follows `lib/internal/cli_table.js` in its form. */
import { inspect } from './inspect.ts';

const VALUES = 'Values';
const INDEX = '(index)';

type Row = [index: string, cells: Map<string, string>];

/** @returns undefined when `data` is not tabular and is to be printed as it is */
export function formatTable(data: unknown, columns?: readonly string[]): string | undefined {
  if (data === null || typeof data !== 'object') return undefined;
  const isIterable = data instanceof Map || data instanceof Set;
  const rows = isIterable ? rowsOfCollection(data) : rowsOfObject(data, columns);
  const index = isIterable ? '(iteration index)' : INDEX;
  const keys = new Set(isIterable ? [] : columns);
  if (!columns || isIterable)
    for (const [, cells] of rows) for (const key of cells.keys()) keys.add(key);
  const hasValues = keys.delete(VALUES);
  const head = [
    index,
    ...keys,
    ...(hasValues || ((!columns || isIterable) && rows.some(([, cells]) => cells.has(VALUES)))
      ? [VALUES]
      : []),
  ];
  const body = rows.map(([name, cells]) => [
    name,
    ...head.slice(1).map((key) => cells.get(key) ?? ''),
  ]);
  return draw([head, ...body]);
}

function rowsOfObject(data: object, columns?: readonly string[]): Row[] {
  return Object.entries(data).map(([name, value]): Row => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) {
      return [name, new Map([[VALUES, show(value)]])];
    }
    const keys = columns?.filter((key) => Object.hasOwn(value, key)) ?? Object.keys(value);
    return [name, new Map(keys.map((key) => [key, show(Reflect.get(value, key))]))];
  });
}

function rowsOfCollection(data: Map<unknown, unknown> | Set<unknown>): Row[] {
  if (data instanceof Set) {
    return [...data].map((value, at) => [String(at), new Map([[VALUES, show(value)]])]);
  }
  return [...data].map(([key, value], at) => [
    String(at),
    new Map([
      ['Key', show(key)],
      [VALUES, show(value)],
    ]),
  ]);
}

function show(value: unknown): string {
  const depth = value !== null && typeof value === 'object' && !Array.isArray(value) ? -1 : 0;
  return inspect(value, { maxArrayLength: 3, breakLength: Number.POSITIVE_INFINITY, depth });
}

function draw(lines: readonly string[][]): string {
  const head = lines[0] ?? [];
  const widths = head.map(
    (_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)) + 2,
  );
  const rule = (left: string, middle: string, right: string): string =>
    `${left}${widths.map((width) => '─'.repeat(width)).join(middle)}${right}`;
  const row = (cells: readonly string[]): string =>
    `│${cells.map((cell, at) => ` ${cell.padEnd((widths[at] ?? 1) - 1)}`).join('│')}│`;
  const body = lines.slice(1).map(row);
  return [rule('┌', '┬', '┐'), row(head), rule('├', '┼', '┤'), ...body, rule('└', '┴', '┘')].join(
    '\n',
  );
}
