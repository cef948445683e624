import type { APIRoute } from 'astro';
import { typeLibraries } from '../playground/types/libraries.ts';

/** What the type checker of the editor loads when a reader asks for it. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(typeLibraries()), {
    headers: { 'Content-Type': 'application/json' },
  });
