/** A guide page as Markdown. */
import type { APIRoute } from 'astro';
import { type GuidePage, loadGuide } from '../../../catalogue/load.ts';
import { guideMarkdown, text } from '../../../components/machine/machine-text.ts';

export async function getStaticPaths() {
  return (await loadGuide()).map((page) => ({ params: { slug: page.id }, props: { page } }));
}

export const GET: APIRoute<{ page: GuidePage }> = ({ props }) =>
  text(guideMarkdown(props.page), 'text/markdown');
