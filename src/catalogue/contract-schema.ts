/**
 * The contract of a pair, as an author declares it in front matter. `src/shared/contract.ts` is the
 * one implementation that checks it, for `npm run verify`, for Playwright and for nobody else.
 */
import { z } from 'astro/zod';

export const contractSchema = z.strictObject({
  /** How the lines of the output compare with the recorded ones. */
  lines: z.enum(['exact', 'any-order']),
  /** Pairs of lines (or their beginnings) of which the first always comes before the second. */
  before: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** Regular expressions whose matches are compared as `#`, with what they stand for. */
  mask: z.array(z.strictObject({ pattern: z.string(), means: z.string() })).default([]),
  /** Sentences, each with a regular expression that must match the whole output. */
  invariants: z.array(z.strictObject({ says: z.string(), pattern: z.string() })).default([]),
  /** Wall-clock time in seconds of the program's own work. */
  seconds: z.strictObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
});

export type Contract = z.infer<typeof contractSchema>;
