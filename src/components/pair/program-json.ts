/** What `program.json` and `given.json` publish: the sources of a program, compiled at build time. */
import type { Program, ProgramExperiment } from '../../playground/program.ts';
import { compile } from '../../runtime/compile/compile.ts';
import { mountPoint } from './mount-point.ts';
import { patternFiles, type Variant } from './pattern-files.ts';
import { readOutputs } from './recordings.ts';

/** Paths of the pages that publish a variant: every pattern that has its TypeScript. */
export function programPaths(variant: Variant): { params: { model: string; slug: string } }[] {
  return patternFiles()
    .having(`${variant}.ts`)
    .map((pattern) => {
      const [model = '', slug = ''] = pattern.split('/');
      return { params: { model, slug } };
    });
}

function recordedTimes(pattern: string): Pick<Program, 'times'> {
  const { python, typescript } = readOutputs(patternFiles(), pattern);
  return { times: { python: python.times, typescript: typescript.times } };
}

/**
 * @param experiments those of the pattern, which change its main variant
 * @throws {CompileError} with file and line; it fails the build
 */
export function programResponse(
  pattern: string,
  variant: Variant,
  experiments: readonly ProgramExperiment[] = [],
): Response {
  const sources = patternFiles().typescript(pattern, variant);
  const files = sources.map(({ name, text }) => {
    const compiled = JSON.stringify(compile(text, { path: `${mountPoint(pattern)}/${name}` }));
    return [name, { source: text, compiled }] as const;
  });
  const program: Program = {
    entry: `${variant}.ts`,
    files: Object.fromEntries(files),
    ...(variant === 'main' && recordedTimes(pattern)),
    experiments: experiments.map(({ id, title, edits }) => ({ id, title, edits })),
  };
  return new Response(JSON.stringify(program), {
    headers: { 'Content-Type': 'application/json' },
  });
}
