/** Finds out why the frame of stackblitz.com says nothing, with what a page can see from outside. */
import type { Isolation } from '../settings.ts';
import { type FailureName, failure } from './failures.ts';

export interface Surroundings {
  fetch: typeof fetch;
  onLine: boolean;
  /** The address of this page. */
  page: string;
}

/**
 * @param address the frame's own
 * @param said what the frame has warned of, if anything
 */
export async function diagnose(
  address: string,
  coep: Isolation,
  said: FailureName | undefined,
  { fetch, onLine, page }: Surroundings,
) {
  if (!onLine) return failure('OFFLINE');
  if (said !== undefined) return failure(said);
  const served = await headerOf(fetch, page);
  if (served !== undefined && served !== coep) {
    return failure('WRONG_COEP', `It is built for ${coep} and served with ${served}.`);
  }
  if (!(await answers(fetch, address))) return failure('UNREACHABLE');
  const status = await statusOf(fetch, address);
  if (status !== undefined && status >= 400)
    return failure('HTTP_ERROR', `Its status is ${status}.`);
  return failure('FRAME_SILENT');
}

async function headerOf(fetch: Surroundings['fetch'], page: string): Promise<string | undefined> {
  try {
    const { headers } = await fetch(page, { method: 'HEAD' });
    return headers.get('cross-origin-embedder-policy') ?? 'none';
  } catch {
    return undefined; // Read offline from a cache, say: then the header is not what is wrong.
  }
}

/** Without CORS: any answer will do, and none comes when the request is blocked. */
async function answers(fetch: Surroundings['fetch'], address: string): Promise<boolean> {
  try {
    await fetch(address, { mode: 'no-cors', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}

/** Known only where the server lets other sites read its answers. */
async function statusOf(
  fetch: Surroundings['fetch'],
  address: string,
): Promise<number | undefined> {
  try {
    return (await fetch(address, { cache: 'no-store' })).status;
  } catch {
    return undefined;
  }
}
