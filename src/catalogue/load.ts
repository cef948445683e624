/**
 * The collections in reading order, checked. Every page asks here, never `astro:content`, so that
 * two pages cannot disagree on the order, and a double number fails the build.
 */
import { type CollectionEntry, getCollection } from 'astro:content';
import type { Findable } from './facets.ts';
import { orderGuide, orderPatterns } from './order.ts';
import { pythonVersions } from './vocabulary.ts';

export type GuidePage = CollectionEntry<'guide'>;
export type PatternPage = CollectionEntry<'patterns'>;

export async function loadGuide(): Promise<GuidePage[]> {
  return orderGuide(await getCollection('guide'));
}

export async function loadPatterns(): Promise<PatternPage[]> {
  return orderPatterns(await getCollection('patterns'));
}

export function guideHref(id: string): string {
  return `/guide/${id}/`;
}

export function patternHref(id: string): string {
  return `/patterns/${id}/`;
}

/** What the index finds a pattern by. */
export function toFindable({ data }: PatternPage): Findable {
  return {
    facets: {
      model: [data.model],
      bound: data.bound,
      primitive: data.primitives,
      hazard: data.hazard,
      difficulty: [data.difficulty],
      python: pythonVersions.filter(
        (version) =>
          data.since === version || data.versions.some(({ python }) => python === version),
      ),
    },
    text: [data.title, data.summary, ...data.python, ...data.typescript, ...data.symptoms].join(
      ' ',
    ),
  };
}
