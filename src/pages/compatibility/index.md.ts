/** The page as Markdown. */
import type { APIRoute } from 'astro';
import { text } from '../../components/machine/machine-text.ts';
import { referenceText } from '../../components/machine/reference-text.ts';

export const GET: APIRoute = async () =>
  text(await referenceText('/compatibility/'), 'text/markdown');
