/**
 * Source text to highlighted HTML, at build time, with classes only (see `syntax-theme.ts`).
 * Astro's own `<Code>` was rejected because it writes a colour into every span.
 */
import { codeToTokens, type ThemedToken } from 'shiki';
import type { Lines } from '../../catalogue/places.ts';
import { markedRuns } from './same-marks.ts';
import { syntaxTheme } from './syntax-theme.ts';

export type SourceLanguage = 'python' | 'typescript';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character);
}

function tokenHtml(token: ThemedToken): string {
  const text = escapeHtml(token.content);
  const plain = token.color === undefined || token.color === 'syn-text' || text.trim() === '';
  return plain ? text : `<span class="${token.color}">${text}</span>`;
}

/**
 * The text content of the result is `source`, byte for byte: Copy and the editor start from it.
 * @param same lines that do the same in the other language, by group
 */
export async function highlight(
  source: string,
  language: SourceLanguage,
  same: readonly Lines[] = [],
): Promise<string> {
  const { tokens } = await codeToTokens(source, { lang: language, theme: syntaxTheme });
  const lines = tokens.map((line) => line.map(tokenHtml).join(''));
  return markedRuns(lines, same)
    .map(({ groups, lines: run }) =>
      groups === '' ? run.join('\n') : `<span data-same="${groups}">${run.join('\n')}</span>`,
    )
    .join('\n');
}
