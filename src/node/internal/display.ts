/** How much room text takes on a terminal (`lib/internal/util/inspect.js`, `getStringWidth`). */

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const escapes = /\x1b(?:\[[\d;?]*[ -/]*[@-~]|\][^\x07]*\x07|[@-Z\\-_])/g;
const invisible = /^[\p{Cc}\p{Mn}\p{Me}\p{Cf}]$/u;
/** East Asian wide and full-width characters, and emoji. */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]$/u;

function characterWidth(character: string): number {
  if (invisible.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

export function textWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(escapes, '').normalize('NFC')) {
    width += characterWidth(character);
  }
  return width;
}

/** Where the cursor stands after `text`, from where it began, on a terminal of `columns` columns. */
export function displayPlace(
  text: string,
  columns: number,
  tabSize: number,
): { rows: number; cols: number } {
  let offset = 0;
  let rows = 0;
  for (const character of text.replace(escapes, '')) {
    if (character === '\n') {
      rows += Math.ceil(offset / columns) || 1;
      offset = 0;
    } else if (character === '\t') offset += tabSize - (offset % tabSize);
    else {
      const width = characterWidth(character);
      // A wide character does not stand in the last column.
      if (width === 2 && (offset + 1) % columns === 0) offset++;
      offset += width;
    }
  }
  const cols = offset % columns;
  return { cols, rows: rows + (cols === offset ? 0 : (offset - cols) / columns) };
}
