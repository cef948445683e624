/**
 * The order in which the site is read: guide pages as the material numbers them, sub-sections
 * under their section, patterns by model. Works on plain entries, so that it runs without Astro.
 */
import type { GuideData, PatternData } from './schema.ts';
import { models } from './vocabulary.ts';

export interface GuideEntry {
  readonly id: string;
  readonly data: Pick<GuideData, 'order' | 'parent' | 'title'>;
}

export interface PatternEntry {
  readonly id: string;
  readonly data: Pick<PatternData, 'model' | 'order' | 'title'>;
}

export interface Branch<Entry> {
  readonly entry: Entry;
  readonly children: readonly Entry[];
}

export interface Neighbours<Entry> {
  readonly previous: Entry | undefined;
  readonly next: Entry | undefined;
}

/** Finds two entries with the same key, for the sentence that reports them. */
function findDuplicate<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): readonly [Entry, Entry] | undefined {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const earlier = seen.get(keyOf(entry));
    if (earlier !== undefined) return [earlier, entry];
    seen.set(keyOf(entry), entry);
  }
  return undefined;
}

/** @throws {Error} when two pages have one number, or a parent is missing or itself a child */
export function orderGuide<Entry extends GuideEntry>(entries: readonly Entry[]): Entry[] {
  const twice = findDuplicate(entries, (entry) => String(entry.data.order));
  if (twice !== undefined) {
    const [a, b] = twice;
    throw new Error(
      `content/guide/${a.id}.mdx and content/guide/${b.id}.mdx both have order ${a.data.order}; give one of them another number.`,
    );
  }
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const { id, data } of entries) {
    if (data.parent === undefined) continue;
    const parent = byId.get(data.parent);
    if (parent === undefined || parent.data.parent !== undefined) {
      throw new Error(
        `content/guide/${id}.mdx has parent "${data.parent}", which is not a top-level guide page; write the file name (without .mdx) of one that has no parent itself.`,
      );
    }
  }
  return entries.toSorted((a, b) => a.data.order - b.data.order);
}

/** Top-level pages, each with its sub-sections; `entries` as `orderGuide` returns them. */
export function guideTree<Entry extends GuideEntry>(entries: readonly Entry[]): Branch<Entry>[] {
  return entries
    .filter((entry) => entry.data.parent === undefined)
    .map((entry) => ({
      entry,
      children: entries.filter((child) => child.data.parent === entry.id),
    }));
}

/** @throws {Error} when two patterns of a model share a number, or a folder's name is not its model */
export function orderPatterns<Entry extends PatternEntry>(entries: readonly Entry[]): Entry[] {
  const twice = findDuplicate(entries, ({ data }) => `${data.model} ${data.order}`);
  if (twice !== undefined) {
    const [a, b] = twice;
    throw new Error(
      `content/patterns/${a.id}/index.mdx and content/patterns/${b.id}/index.mdx both have order ${a.data.order}; give one of them another number.`,
    );
  }
  for (const { id, data } of entries) {
    if (id.split('/')[0] !== data.model) {
      throw new Error(
        `content/patterns/${id}/index.mdx has model "${data.model}"; write the name of the folder it lies in, or move it to content/patterns/${data.model}/.`,
      );
    }
  }
  return entries.toSorted(
    (a, b) =>
      models.indexOf(a.data.model) - models.indexOf(b.data.model) || a.data.order - b.data.order,
  );
}

/** The entries before and after `id` in a list that is in reading order. */
export function neighbours<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  id: string,
): Neighbours<Entry> {
  const at = entries.findIndex((entry) => entry.id === id);
  if (at === -1) return { previous: undefined, next: undefined };
  return { previous: entries[at - 1], next: entries[at + 1] };
}
