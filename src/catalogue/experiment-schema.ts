/**
 * An experiment: a change of the port that a reader makes with one press, and what it then shows.
 * `npm run verify` makes it on Node and Playwright in the page, so the sentence beside the button
 * is held to what happens. How it is applied and judged is in `src/shared/experiment.ts`.
 */
import { z } from 'astro/zod';
import type { Experiment } from '../shared/experiment.ts';
import { regularExpression } from './contract-schema.ts';

const line = z.string().min(1);

const editSchema = z.strictObject({
  /** The file that changes. */
  file: z.string().default('main.ts'),
  /** Text that occurs exactly once in it. */
  find: line,
  /** What stands there instead; empty to take it out. */
  replace: z.string(),
});

const expectSchema = z.strictObject({
  /** The exit code; `none` when the program does not end and has to be stopped. */
  exit: z.union([z.number().int().min(0).max(255), z.literal('none')]).default(0),
  /** Regular expressions (flags `mu`) that the output, errors included, must match. */
  shows: z.array(regularExpression).min(1),
  /** For what is a matter of chance: in how many of how many runs it must happen. */
  chance: z
    .strictObject({ atLeast: z.number().int().min(1), of: z.number().int().min(2).max(20) })
    .refine(({ atLeast, of }) => atLeast <= of, '`atLeast` must not exceed `of`.')
    .optional(),
});

export const experimentSchema = z.strictObject({
  /** Unique in its pattern; part of an address. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** The button, as an order: “Take the lock away”. */
  title: z.string().min(3).max(48),
  /** What then happens and why, in one or two sentences. */
  says: z.string().min(20).max(320),
  edits: z.array(editSchema).min(1),
  expect: expectSchema,
}) satisfies z.ZodType<Experiment>;
