/**
 * Source text to highlighted HTML, at build time, with classes only (see `syntax-theme.ts`).
 * Astro's own `<Code>` was rejected because it writes a colour into every span.
 */
import { codeToTokens, type ThemedToken } from 'shiki';
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

/** The text content of the result is `source`, byte for byte: Copy and the editor start from it. */
export async function highlight(source: string, language: SourceLanguage): Promise<string> {
  const { tokens } = await codeToTokens(source, { lang: language, theme: syntaxTheme });
  return tokens.map((line) => line.map(tokenHtml).join('')).join('\n');
}
