/**
 * How the service worker answers. The network comes first, so that whoever has one reads the
 * present site; only files whose name holds their hash come from the cache at once.
 */
import { NAMED_BY_HASH, type OfflineStore } from './store.ts';

/** How long the network may keep a reader waiting who has a copy already. */
const PATIENCE_MS = 4000;

/** @param fetch the worker's own, which asks the network */
export async function answer(
  request: Request,
  path: string,
  store: OfflineStore,
  fetch: (request: Request) => Promise<Response>,
): Promise<Response> {
  const kept = await store.find(path);
  if (kept !== undefined && path.startsWith(NAMED_BY_HASH)) return kept;
  const asked = fetch(request);
  try {
    const response = await (kept === undefined ? asked : within(asked, PATIENCE_MS));
    return kept !== undefined && response.status >= 500 ? kept : response;
  } catch (error) {
    if (kept !== undefined) return kept;
    if (request.mode !== 'navigate') throw error;
    const page = await store.find('offline/');
    if (page === undefined) throw error;
    return new Response(page.body, { status: 503, headers: page.headers });
  }
}

function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  promise.catch(() => undefined); // It may fail after the copy was given.
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The network is too slow.')), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * The response with the headers that make a page cross-origin isolated, for hosts that cannot send
 * them. Where the host sends them, theirs stand.
 */
export function isolated(response: Response, coep: string): Response {
  const isForeign = response.type !== 'basic' && response.type !== 'default';
  if (isForeign || response.headers.has('Cross-Origin-Embedder-Policy')) return response;
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', coep);
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
