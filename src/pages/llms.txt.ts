/** The site in short for language models, with the address of each page as Markdown. */
import type { APIRoute } from 'astro';
import { llmsText, text } from '../components/machine/machine-text.ts';

export const GET: APIRoute = async () => text(await llmsText(), 'text/plain');
