/** The source text of the call that made an error, for `assert.ok`: what was it that was false? */

const placePattern = /(file:\/\/\/[^\s()]*?|\[worker eval\]):(\d+):(\d+)/;

/** @param readLine the text of a line (1-based) of the file at a URL; undefined if there is none */
export function sourceExpression(
  stack: string | undefined,
  readLine: (url: string, line: number) => string | undefined,
): string | undefined {
  const [, url, line, column] = placePattern.exec(stack ?? '') ?? [];
  if (url === undefined) return undefined;
  const text = readLine(url, Number(line));
  return text === undefined ? undefined : firstExpression(text, Number(column) - 1);
}

/** The call at `column`, with the object that it is a member of; cut where its line ends. */
export function firstExpression(line: string, column: number): string {
  const before = /(?:[\w$]+(?:\?\.|\.)|[\w$]+(?=\[)|\[(?:'[^']*'|"[^"]*"|\d+)\])*$/.exec(
    line.slice(0, column),
  );
  const start = column - (before?.[0].length ?? 0);
  const token = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\/.*|[();]/g;
  token.lastIndex = column;
  let depth = 0;
  for (let match = token.exec(line); match; match = token.exec(line)) {
    if (match[0] === '(') depth++;
    else if (match[0] === ';') return line.slice(start, match.index);
    else if (match[0] === ')' && --depth === 0) return line.slice(start, match.index + 1);
  }
  return line.slice(start);
}
