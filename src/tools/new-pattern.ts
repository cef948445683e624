/**
 * `npm run new:pattern -- model/slug`: a folder that already builds. What is to be written stands in
 * it as lines of `TODO:`, which `npm run verify` reports one by one until they are gone.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { models } from '../catalogue/vocabulary.ts';
import { root } from './run.ts';

/**
 * Writes the folder of a new pattern.
 * @param patterns absolute path of `content/patterns`
 * @param id `model/slug`
 * @returns the names of the files
 * @throws {Error} when the id is not of that form, or taken
 */
export function newPattern(patterns: string, id: string): string[] {
  const [model = '', slug = ''] = id.split('/');
  const known = models.find((name) => name === model);
  if (known === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || id.split('/').length !== 2) {
    throw new Error(
      `“${id}” is no id of a pattern: write model/slug with one of ${models.join(', ')}, and small letters, digits and hyphens, as in threads/lock.`,
    );
  }
  const folder = join(patterns, id);
  if (existsSync(folder)) throw new Error(`content/patterns/${id} exists: choose another slug.`);
  const files = templates(id, known, nextOrder(join(patterns, model)));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return Object.keys(files);
}

/** One more than the highest number in the model, because numbers are unique there. */
function nextOrder(folder: string): number {
  if (!existsSync(folder)) return 1;
  const orders = readdirSync(folder).map((slug) => {
    const page = join(folder, slug, 'index.mdx');
    const text = existsSync(page) ? readFileSync(page, 'utf8') : '';
    return Number(/^order: (\d+)$/m.exec(text)?.[1] ?? 0);
  });
  return Math.max(0, ...orders) + 1;
}

function templates(id: string, model: string, order: number): Record<string, string> {
  const date = new Date().toISOString();
  const origin = { version: 'not yet recorded', date };
  return {
    'index.mdx': page(id, model, order),
    'main.py': `"""TODO: the program in Python, as an expert would write it today."""


def main() -> None:
    print("Hello from Python")


if __name__ == "__main__":
    main()
`,
    'main.ts': `// TODO: the port, as an expert would write it for Node 24.
console.log('Hello from TypeScript');
`,
    'main.py.out': 'Hello from Python\n',
    'main.ts.out': 'Hello from TypeScript\n',
    'outputs.json': `${JSON.stringify(
      { python: origin, typescript: origin, checked: { versions: ['nothing yet'], runs: 1 } },
      undefined,
      2,
    )}\n`,
  };
}

function page(id: string, model: string, order: number): string {
  return `---
title: A new pattern
summary: 'TODO: what the two programs show, in one sentence.'
order: ${order}
model: ${model}
# The lists that these come from are in src/catalogue/vocabulary.ts.
bound: [io]
hazard: []
primitives: [thread]
difficulty: basic
# Qualified, as documentation knows them; each becomes a link.
python: [print]
typescript: [console.log]
section: threading
symptoms:
  - 'TODO: what somebody would type who has the problem'
related: [threads/lock]
contract:
  lines: exact
same:
  - python: print(
    typescript: console.log(
experiments:
  - id: change-it
    title: Change it
    says: 'TODO: what then happens, and why.'
    edits:
      - find: Hello from
        replace: Goodbye from
    expect:
      shows: ['^Goodbye']
---

<Pair pattern="${id}" />

TODO: what the pattern is and why it is needed, in a paragraph.

## When to use it

TODO: when to use it, and when not.

## What maps to what

| Python | TypeScript on Node |
| --- | --- |
| \`print()\` | \`console.log()\` |

## What the contract guarantees

TODO: what is true in every run, and what is not promised.

## The hazard

TODO: what goes wrong without the pattern, or in it.
`;
}

if (import.meta.main) {
  try {
    const [id = ''] = process.argv.slice(2);
    const names = newPattern(join(root, 'content/patterns'), id);
    console.log(`content/patterns/${id} has ${names.join(', ')}.`);
    console.log(`It builds. What to write: npm run verify -- --only ${id}`);
  } catch (error) {
    console.error(`new:pattern: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
