/**
 * Reads a `_headers` file as static hosts do, so that the site is served here with the very headers
 * that it gets when deployed, and a header that is missing there is missing here too.
 */

export interface HeaderRule {
  /** A path, in which `*` stands for anything. */
  path: string;
  headers: [name: string, value: string][];
}

/**
 * @param text lines with a path, each followed by indented lines `Name: value`; `#` begins a comment
 * @throws {Error} when a line is neither
 */
export function parseHeadersFile(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const header = /^\s+([\w-]+):\s*(.+?)\s*$/.exec(line);
    if (header === null && line.startsWith('/')) {
      rules.push({ path: line.trim(), headers: [] });
      continue;
    }
    const rule = rules.at(-1);
    if (header === null || rule === undefined) {
      throw new Error(
        `_headers, line ${index + 1}: expected a path such as "/*" or, below one and indented, ` +
          `"Name: value", but found "${line}".`,
      );
    }
    rule.headers.push([header[1] ?? '', header[2] ?? '']);
  }
  return rules;
}

/** The headers of every rule that matches `path`, in order; a later rule wins. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const matching = rules.filter((rule) => toPattern(rule.path).test(path));
  return Object.fromEntries(matching.flatMap((rule) => rule.headers));
}

function toPattern(path: string): RegExp {
  const literal = path.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`);
}
