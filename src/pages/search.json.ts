/** What the search looks through, fetched when a reader first opens it. */
import type { APIRoute } from 'astro';
import { loadGuide, loadPatterns } from '../catalogue/load.ts';
import { makeDocuments } from '../catalogue/search/documents.ts';

export const GET: APIRoute = async () => {
  const [patterns, guide] = await Promise.all([loadPatterns(), loadGuide()]);
  const withBody = <Entry extends { body?: string | undefined }>(entry: Entry) => ({
    ...entry,
    body: entry.body ?? '',
  });
  const documents = makeDocuments({
    patterns: patterns.map(withBody),
    guide: guide.map(withBody),
  });
  return new Response(JSON.stringify(documents), {
    headers: { 'Content-Type': 'application/json' },
  });
};
