/**
 * The page's side of the service worker: starts it, has the present page kept, and reloads once
 * where only the worker can isolate the page. Where there is none (private windows, blocked
 * storage, no TLS) the site is as it would be without.
 */
import type { ToWorker } from './protocol.ts';

/** For this window: a second reload would not help where the first did not. */
const RELOADED = 'interleave:reloaded-to-isolate';

/** @param base the path below which the site stands, with a slash at both ends */
export function registerOffline(base: string): void {
  const { serviceWorker } = navigator;
  if (!serviceWorker || !isSecureContext) return;
  const start = async (): Promise<void> => {
    const registration = await serviceWorker.register(`${base}service-worker.js`, {
      scope: base,
      updateViaCache: 'none',
    });
    const { active } = await serviceWorker.ready;
    if (crossOriginIsolated === false && mayReload()) {
      location.reload();
      return;
    }
    const message: ToWorker = { type: 'keep', pathname: location.pathname, core: !savesData() };
    for (const worker of [active, registration.waiting, registration.installing]) {
      worker?.postMessage(message);
    }
  };
  // Refused, as in private windows: nothing is kept then, and the page does all else.
  const attempt = () => start().catch((error: unknown) => console.info('Not kept offline:', error));
  if (crossOriginIsolated === false || document.readyState === 'complete') attempt();
  // What is kept must not hold up what is read.
  else addEventListener('load', () => setTimeout(attempt, 0));
}

function mayReload(): boolean {
  try {
    if (sessionStorage.getItem(RELOADED) !== null) return false;
    sessionStorage.setItem(RELOADED, '');
    return true;
  } catch {
    return false; // Without a memory it might reload for ever.
  }
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
