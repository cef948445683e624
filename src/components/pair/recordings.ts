/**
 * What the recording machine writes beside the samples (`npm run verify -- --record`), parsed once.
 * A shape that does not fit fails the build with the file's name.
 */
import { z } from 'astro/zod';
import type { PatternFiles } from './pattern-files.ts';

const origin = z.object({
  /** As the interpreter calls itself: `CPython 3.11.7`, `Node 24.21.0`. */
  version: z.string(),
  /** ISO 8601. */
  date: z.string(),
  /** When each line came, in milliseconds since the start; older recordings have none. */
  times: z.array(z.number().int().nonnegative()).optional(),
});

const outputsSchema = z.object({
  python: origin,
  typescript: origin,
  /** The runtimes on which the contract held, and how often each ran. */
  checked: z.object({ versions: z.array(z.string()).min(1), runs: z.number().int().positive() }),
});

export type Origin = z.infer<typeof origin>;
export type Outputs = z.infer<typeof outputsSchema>;

const outcomeSchema = z.object({
  /** Runs that ended so. */
  count: z.number().int().positive(),
  /** The ending in a sentence. */
  says: z.string(),
  output: z.string(),
  /** What stood on standard error, in short. */
  errors: z.array(z.string()),
});

const experimentSchema = z.object({
  version: z.string(),
  startMethod: z.string(),
  runs: z.number().int().positive(),
  outcomes: z.array(outcomeSchema).min(1),
});

const runsSchema = z.object({
  /** ISO 8601. */
  date: z.string(),
  experiments: z.array(experimentSchema).min(1),
});

export type Experiment = z.infer<typeof experimentSchema>;
export type Runs = z.infer<typeof runsSchema>;

function parse<T>(files: PatternFiles, pattern: string, name: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(JSON.parse(files.read(pattern, name)));
  const option = name === 'outputs.json' ? '--record' : '--record-given';
  if (result.success) return result.data;
  throw new Error(
    `content/patterns/${pattern}/${name} does not have the shape of a recording. ` +
      `Record it again with \`npm run verify -- ${option}\`.\n${z.prettifyError(result.error)}`,
  );
}

export function readOutputs(files: PatternFiles, pattern: string): Outputs {
  return parse(files, pattern, 'outputs.json', outputsSchema);
}

export function readRuns(files: PatternFiles, pattern: string): Runs {
  return parse(files, pattern, 'given.py.runs.json', runsSchema);
}

/** `2026-11-22T…` as a reader reads a date: `22 November 2026`. */
export function readableDate(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(iso),
  );
}
