/**
 * The files that are kept: one cache for each version of the site, filled only with what has the
 * hash that the build gave it. So a page of a hotel's login, an error, or half of a deployment
 * never stands in for a page of the site, and the files of one version always fit each other.
 */
import { pagePath } from '../shared/page-path.ts';
import { hashOfBytes, manifestPath, type OfflineFacts, type OfflineManifest } from './manifest.ts';
import type { FromWorker } from './protocol.ts';

/** Files fetched at once. */
const AT_ONCE = 4;
/** An entry that says that the whole site is kept. */
const WHOLE = 'offline/whole';
/** Below it lie the files that are named after their contents. */
export const NAMED_BY_HASH = '_astro/';

/** What of its surroundings the store uses; the tests bring their own. */
export interface Surroundings {
  caches: CacheStorage;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  origin: string;
}

export class OfflineStore {
  readonly #facts: OfflineFacts;
  readonly #around: Surroundings;
  #manifest: Promise<OfflineManifest> | undefined;

  constructor(facts: OfflineFacts, around: Surroundings) {
    this.#facts = facts;
    this.#around = around;
  }

  /** The path below the base that a URL means; undefined when it lies elsewhere. */
  pathOf(url: URL): string | undefined {
    const { base } = this.#facts;
    if (url.origin !== this.#around.origin || !url.pathname.startsWith(base)) return undefined;
    return pagePath(decodeURI(url.pathname.slice(base.length)));
  }

  /** The copy of a file: this version's, else any that an open page may still need. */
  async find(path: string): Promise<Response | undefined> {
    const url = this.#urlOf(path);
    const own = await (await this.#cache()).match(url);
    if (own !== undefined) return own;
    for (const name of await this.#otherCaches()) {
      const other = await (await this.#around.caches.open(name)).match(url);
      if (other !== undefined) return other;
    }
    return undefined;
  }

  /**
   * Makes this version ready beside the one that pages may still be using: with whatever of that
   * was kept, copied where it has not changed and fetched where it has.
   * @throws {Error} when a file cannot be had; the browser then tries again later
   */
  async prepare(): Promise<void> {
    const { files } = await this.#readManifest();
    const wanted = new Set<string>();
    for (const name of await this.#otherCaches()) {
      const cache = await this.#around.caches.open(name);
      for (const { url } of await cache.keys()) {
        const path = this.pathOf(new URL(url));
        if (path === WHOLE) await this.setWhole(true);
        if (path !== undefined && path in files) wanted.add(path);
      }
    }
    await this.save((await this.#isWhole()) ? Object.keys(files) : [...wanted]);
  }

  /** Removes the other versions, once no page uses them. */
  async removeOthers(): Promise<void> {
    for (const name of await this.#otherCaches()) await this.#around.caches.delete(name);
  }

  /** Keeps a page with what it needs. An address that is no page of this version is left alone. */
  async keepPage(path: string): Promise<void> {
    const { files } = await this.#readManifest();
    const page = files[path];
    if (page !== undefined) await this.save([path, ...(page.needs ?? [])]);
  }

  async keepCore(): Promise<void> {
    const { core } = await this.#readManifest();
    await this.save(core);
  }

  /** @throws {Error} with the reason, for the reader, when one of the files cannot be kept */
  async save(paths: readonly string[]): Promise<void> {
    const { files } = await this.#readManifest();
    const waiting = paths.filter((path) => path in files);
    const work = async (): Promise<void> => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        await this.#saveOne(path, files[path]?.hash ?? '');
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** Remembers that the whole site is wanted; or forgets it, and all but the core. */
  async setWhole(wanted: boolean): Promise<void> {
    const cache = await this.#cache();
    if (wanted) {
      await cache.put(this.#urlOf(WHOLE), new Response(''));
      return;
    }
    const { core, version } = await this.#readManifest();
    const staying = new Set([...core, manifestPath(version)].map((path) => this.#urlOf(path)));
    for (const request of await cache.keys()) {
      if (!staying.has(request.url)) await cache.delete(request);
    }
  }

  async describe(): Promise<FromWorker & { type: 'state' }> {
    const { files } = await this.#readManifest();
    const kept = new Set((await (await this.#cache()).keys()).map(({ url }) => url));
    const entries = Object.entries(files);
    return {
      type: 'state',
      whole: await this.#isWhole(),
      files: entries.length,
      bytes: entries.reduce((sum, [, { bytes }]) => sum + bytes, 0),
      missing: entries
        .filter(([path]) => !kept.has(this.#urlOf(path)))
        .map(([path, { bytes }]) => [path, bytes] as const),
    };
  }

  async #saveOne(path: string, hash: string): Promise<void> {
    const url = this.#urlOf(path);
    const cache = await this.#cache();
    if ((await cache.match(url)) !== undefined) return;
    const kept = await this.#unchanged(path, hash);
    await cache.put(url, kept ?? (await this.#fetchExactly(path, hash)));
  }

  /** Another version's copy, when it is the same file. */
  async #unchanged(path: string, hash: string): Promise<Response | undefined> {
    const other = await this.find(path);
    if (other === undefined) return undefined;
    const isSame = (await hashOfBytes(await other.clone().arrayBuffer())) === hash;
    return isSame ? other : undefined;
  }

  async #fetchExactly(path: string, hash: string): Promise<Response> {
    const url = this.#urlOf(path);
    // What is named by its hash may come from the browser's own cache: the page has just fetched it.
    const cache = path.startsWith(NAMED_BY_HASH) ? 'default' : 'no-cache';
    const response = await this.#around.fetch(url, { cache, credentials: 'omit' });
    if (!response.ok || response.redirected || response.type !== 'basic') {
      throw new Error(`${url} was answered with status ${response.status}.`);
    }
    const bytes = await response.arrayBuffer();
    if ((await hashOfBytes(bytes)) !== hash) {
      throw new Error(
        `${url} is not the file of this version. The site may just have been renewed: reload the page and try again.`,
      );
    }
    const type = response.headers.get('Content-Type') ?? 'application/octet-stream';
    return new Response(bytes, { headers: { 'Content-Type': type } });
  }

  #readManifest(): Promise<OfflineManifest> {
    const reading = this.#manifest ?? this.#loadManifest();
    this.#manifest = reading;
    reading.catch(() => {
      this.#manifest = undefined;
    });
    return reading;
  }

  /** Kept at once: when a version is replaced, its manifest goes from the server. */
  async #loadManifest(): Promise<OfflineManifest> {
    const url = this.#urlOf(manifestPath(this.#facts.version));
    const cache = await this.#cache();
    const kept = await cache.match(url);
    if (kept !== undefined) return kept.json();
    const response = await this.#around.fetch(url, { cache: 'no-cache', credentials: 'omit' });
    if (!response.ok || response.redirected) {
      throw new Error(`${url} was answered with status ${response.status}.`);
    }
    const manifest: OfflineManifest = await response.json();
    if (manifest.version !== this.#facts.version) throw new Error(`${url} is of another version.`);
    await cache.put(url, new Response(JSON.stringify(manifest)));
    return manifest;
  }

  async #isWhole(): Promise<boolean> {
    return (await (await this.#cache()).match(this.#urlOf(WHOLE))) !== undefined;
  }

  #urlOf(path: string): string {
    return new URL(encodeURI(path), `${this.#around.origin}${this.#facts.base}`).href;
  }

  #cache(): Promise<Cache> {
    return this.#around.caches.open(`${this.#prefix}${this.#facts.version}`);
  }

  /** Two sites may share an origin: caches are named after the base. */
  get #prefix(): string {
    return `interleave ${this.#facts.base} `;
  }

  async #otherCaches(): Promise<string[]> {
    const own = `${this.#prefix}${this.#facts.version}`;
    const names = await this.#around.caches.keys();
    return names.filter((name) => name.startsWith(this.#prefix) && name !== own);
  }
}
