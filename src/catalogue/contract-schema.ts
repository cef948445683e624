/**
 * The contract of a pair, as an author declares it in front matter. What each field means, and the
 * one implementation that checks it, is in `src/shared/contract.ts`.
 */
import { z } from 'astro/zod';
import type { Contract } from '../shared/contract.ts';

const text = z.string().min(1);

/** A regular expression, compiled here so that a typing error names its field and not a run. */
export const regularExpression = text.superRefine((source, context) => {
  try {
    new RegExp(source, 'u');
  } catch (error) {
    context.addIssue({
      code: 'custom',
      message: `${(error as SyntaxError).message}. Correct the expression (flag u).`,
    });
  }
});

const seconds = z
  .strictObject({ min: z.number().nonnegative().optional(), max: z.number().positive().optional() })
  .refine(({ min, max }) => min !== undefined || max !== undefined, 'Give `min`, `max` or both.')
  .refine(({ min = 0, max = Number.POSITIVE_INFINITY }) => min < max, '`min` must be below `max`.');

export const contractSchema = z.strictObject({
  lines: z.enum(['exact', 'any-order']),
  before: z.array(z.tuple([text, text])).default([]),
  mask: z.array(z.strictObject({ pattern: regularExpression, means: text })).default([]),
  invariants: z
    .array(
      z.strictObject({ says: text, pattern: regularExpression, inSomeRun: z.boolean().optional() }),
    )
    .default([]),
  seconds: seconds.optional(),
}) satisfies z.ZodType<Contract>;

export type { Contract };
