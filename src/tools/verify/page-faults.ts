/** What a pattern's page must have besides programs that hold: sections, experiments, links. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { apiFaults } from '../../catalogue/api-links.ts';
import type { PatternData } from '../../catalogue/schema.ts';

/** The sections of every page, and what each has to say. */
const sections: Readonly<Record<string, string>> = {
  'When to use it': 'say when to use the pattern, and when not',
  'What maps to what': 'put the names of both languages side by side in a table',
  'What the contract guarantees': 'say what is true in every run, and what is not promised',
  'The hazard': 'say what goes wrong without the pattern, or in it',
};

/**
 * @param shown path of the page, as an author knows it
 * @param root absolute path of `content/patterns`
 * @returns one sentence per fault, with what to write
 */
export function pageFaults(shown: string, page: string, data: PatternData, root: string): string[] {
  const missing = Object.entries(sections)
    .filter(([heading]) => !new RegExp(`^## ${heading}`, 'm').test(page))
    .map(([heading, task]) => `${shown} has no section “## ${heading}”: ${task}.`);
  const unknown = data.related
    .filter((id) => !existsSync(join(root, id, 'index.mdx')))
    .map((id) => `${shown}, related: there is no pattern ${id}; correct it or take it out.`);
  return [
    ...missing,
    ...unknown,
    ...atLeast(shown, 'symptoms', data.symptoms, 'what somebody would type who has the problem'),
    ...atLeast(shown, 'related', data.related, 'a pattern that a reader may want next'),
    ...atLeast(
      shown,
      'same',
      data.same,
      'a line of main.py and the one of main.ts that does the same',
    ),
    ...atLeast(
      shown,
      'experiments',
      data.experiments,
      'a change of main.ts and what it then shows',
    ),
    ...apiFaults(shown, data),
  ];
}

function atLeast(shown: string, field: string, values: readonly unknown[], what: string): string[] {
  return values.length > 0 ? [] : [`${shown} has no ${field}: write at least one, ${what}.`];
}

/** What `npm run new:pattern` leaves for the author, and everybody who forgets something. */
export function openTasks(shown: string, text = ''): string[] {
  return text.split('\n').flatMap((line, index) => {
    const [, task] = /TODO: (.+?)["'\s]*\)?;?$/.exec(line) ?? [];
    return task === undefined ? [] : [`${shown}:${index + 1} is still to be written: ${task}`];
  });
}
