/** A pattern as Markdown, with its sources and what they printed. */
import type { APIRoute } from 'astro';
import { loadPatterns, type PatternPage } from '../../../../catalogue/load.ts';
import { patternMarkdown, text } from '../../../../components/machine/machine-text.ts';

export async function getStaticPaths() {
  return (await loadPatterns()).map((pattern) => {
    const [model, slug] = pattern.id.split('/');
    return { params: { model, slug }, props: { pattern } };
  });
}

export const GET: APIRoute<{ pattern: PatternPage }> = ({ props }) =>
  text(patternMarkdown(props.pattern), 'text/markdown');
