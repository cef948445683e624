/**
 * The service worker: the site without a network, and cross-origin isolation without the host's
 * help. A new version waits until no page of the old one is open, which is what browsers do unless
 * told otherwise, so an open page keeps the very files that it was made for.
 *
 * Its own and not Workbox: what is special here (copies held to the hashes of the build, isolation,
 * a site saved piece by piece under the reader's eyes) is most of it.
 */
/// <reference lib="webworker" />
import { answer, isolated } from './answer.ts';
import type { OfflineFacts } from './manifest.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { OfflineStore } from './store.ts';

declare const self: ServiceWorkerGlobalScope;
declare const __INTERLEAVE_OFFLINE__: OfflineFacts;

const facts = __INTERLEAVE_OFFLINE__;
const store = new OfflineStore(facts, {
  caches: self.caches,
  fetch: (url, init) => fetch(url, init),
  origin: self.location.origin,
});

self.addEventListener('install', (event) => event.waitUntil(store.prepare()));

self.addEventListener('activate', (event) =>
  event.waitUntil(store.removeOthers().then(() => self.clients.claim())),
);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = store.pathOf(new URL(request.url));
  if (path === undefined || request.method !== 'GET' || request.headers.has('Range')) return;
  const answered = answer(request, path, store, (asked) => fetch(asked));
  event.respondWith(answered.then((response) => isolated(response, facts.coep)));
});

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const reply = (message: FromWorker): void => event.ports[0]?.postMessage(message);
  const done = act(event.data).then(reply, (error: unknown) =>
    reply({ type: 'failed', reason: error instanceof Error ? error.message : String(error) }),
  );
  event.waitUntil(done);
});

async function act(message: ToWorker): Promise<FromWorker> {
  switch (message.type) {
    case 'keep': {
      const path = store.pathOf(new URL(message.pathname, self.location.origin));
      if (path !== undefined) await store.keepPage(path);
      if (message.core) await store.keepCore();
      return { type: 'saved' };
    }
    case 'ask':
      return store.describe();
    case 'save':
      await store.save(message.paths);
      return { type: 'saved' };
    case 'whole':
      await store.setWhole(message.wanted);
      return { type: 'saved' };
    default:
      throw new TypeError(`A page sent an unknown message: ${JSON.stringify(message)}`);
  }
}
