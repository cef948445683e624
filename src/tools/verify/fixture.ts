/** A pattern's folder for the tests of this folder, in a directory that goes with the test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

const PAGE = `---
title: A pattern
summary: One sentence that is long enough to be a summary.
order: 1
model: threads
bound: [io]
primitives: [thread]
python: [threading.Thread]
typescript: [worker_threads.Worker]
section: thread-creation
symptoms: [nothing happens]
related: [threads/sample]
same:
  - python: print
    typescript: console
experiments:
  - id: say-b
    title: Say b
    says: The program says b instead of a, because it was told to.
    edits: [{ find: "'a'", replace: "'b'" }]
    expect: { shows: ['^b$'] }
contract:
  lines: exact
---
Text.

## When to use it

## What maps to what

## What the contract guarantees

## The hazard
`;

const FILES: Record<string, string> = {
  'index.mdx': PAGE,
  'main.py': 'print("a")\n',
  'main.ts': "console.log('a');\n",
  'main.py.out': 'a\n',
  'main.ts.out': 'a\n',
  'outputs.json': '{}\n',
};

/**
 * Writes the pattern `threads/sample`, whole and right.
 * @param changes files with other contents; `undefined` leaves the file out
 * @returns the root of the patterns
 */
export function makePatterns(
  context: TestContext,
  changes: Record<string, string | undefined> = {},
): string {
  const root = mkdtempSync(join(tmpdir(), 'patterns-'));
  context.after(() => rmSync(root, { recursive: true }));
  const folder = join(root, 'threads', 'sample');
  mkdirSync(folder, { recursive: true });
  for (const [name, contents] of Object.entries({ ...FILES, ...changes })) {
    if (contents !== undefined) writeFileSync(join(folder, name), contents);
  }
  return root;
}

/** The page of `threads/sample` with one part of its front matter replaced. */
export function pageWith(part: string, replacement: string): string {
  return PAGE.replace(part, replacement);
}
