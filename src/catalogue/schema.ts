/**
 * Front matter of patterns and guide pages. The facets are closed lists: a new value is a decision
 * about the catalogue, made in `vocabulary.ts`, not a side effect of one page.
 */
import { z } from 'astro/zod';
import { contractSchema } from './contract-schema.ts';
import { experimentSchema } from './experiment-schema.ts';
import { bounds, difficulties, hazards, models, primitives, pythonMinors } from './vocabulary.ts';

/** One sentence, for lists and for search results. */
const sentence = z.string().min(20).max(200);

/** `model/slug`, as a folder of `content/patterns/` is called. */
const patternId = z.string().regex(/^[a-z]+\/[a-z0-9-]+$/, 'Write model/slug, as in threads/lock.');

/**
 * A place in a source: a piece of text that exactly one line contains, or the first and the last
 * of several lines so named. Text and not line numbers, because text does not shift silently.
 */
const place = z.union([z.string().min(1), z.tuple([z.string().min(1), z.string().min(1)])]);

export const patternSchema = z.strictObject({
  title: z.string().min(3).max(60),
  summary: sentence,
  /** Place in the catalogue's own order, unique in its model. */
  order: z.number().int().nonnegative(),
  model: z.enum(models),
  bound: z.array(z.enum(bounds)).min(1),
  hazard: z.array(z.enum(hazards)).default([]),
  primitives: z.array(z.enum(primitives)).min(1),
  /** Public names used, as a reader would search for them: `threading.Lock`, `Atomics.wait`. */
  python: z.array(z.string()).min(1),
  typescript: z.array(z.string()).min(1),
  /** What depends on the version of Python, said in one sentence each. */
  versions: z.array(z.strictObject({ python: z.string(), note: sentence })).default([]),
  /** The section of the material that the pair comes from. */
  section: z.string(),
  contract: contractSchema,
  difficulty: z.enum(difficulties).default('basic'),
  /** The oldest Python that `main.py` runs on; absent when every supported one does. */
  since: z.enum(pythonMinors).optional(),
  /** What somebody would say who has the problem that this pattern solves, in plain words. */
  symptoms: z.array(z.string().min(8).max(80)).default([]),
  related: z.array(patternId).default([]),
  /** Which lines of the port do the same as which lines of the Python. */
  same: z.array(z.strictObject({ python: place, typescript: place })).default([]),
  experiments: z.array(experimentSchema).default([]),
});

export const guideSchema = z.strictObject({
  title: z.string().min(3).max(60),
  summary: sentence,
  /** Number in the material's order; sub-sections are 4.1, 4.2, … */
  order: z.number().nonnegative(),
  /** Slug of the guide page that this one belongs to. */
  parent: z.string().optional(),
});

export type PatternData = z.infer<typeof patternSchema>;
export type GuideData = z.infer<typeof guideSchema>;
