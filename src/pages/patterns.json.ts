/** Every pair: front matter, sources and recorded outputs. */
import type { APIRoute } from 'astro';
import { allPairs, text } from '../components/machine/machine-text.ts';

export const GET: APIRoute = async () => text(JSON.stringify(await allPairs()), 'application/json');
