/** The list of pages for search engines. */
import type { APIRoute } from 'astro';
import { sitemap, text } from '../components/machine/machine-text.ts';

export const GET: APIRoute = async () => text(await sitemap(), 'application/xml');
