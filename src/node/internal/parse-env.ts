/** `util.parseEnv`: the format of `.env` files, as Node's parser reads it. */
export function parseEnvText(content: string): Record<string, string> {
  const values: Record<string, string> = {};
  let rest = content.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  while (rest !== '') {
    const line = /^[^\n]*/.exec(rest)?.[0] ?? '';
    const equals = line.indexOf('=');
    if (equals < 0 || line.trimStart().startsWith('#')) {
      rest = rest.slice(line.length + 1);
      continue;
    }
    const name = line
      .slice(0, equals)
      .trim()
      .replace(/^export /, '')
      .trim();
    const { value, length } = readValue(rest.slice(equals + 1));
    if (name !== '') values[name] = value;
    rest = rest.slice(equals + 1 + length);
    rest = rest.slice((/^[^\n]*/.exec(rest)?.[0].length ?? 0) + 1);
  }
  return values;
}

/** The value that `text` begins with, and how much of it was read: quotes may span lines. */
function readValue(text: string): { value: string; length: number } {
  const quoted = /^[^\S\n]*(["'`])([\s\S]*?)\1/.exec(text);
  if (quoted) {
    const [whole, quote, inner = ''] = quoted;
    return { value: quote === '"' ? inner.replaceAll('\\n', '\n') : inner, length: whole.length };
  }
  const line = /^[^\n]*/.exec(text)?.[0] ?? '';
  return { value: line.replace(/#.*/, '').trim(), length: line.length };
}
