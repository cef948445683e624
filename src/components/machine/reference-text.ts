/** The pages that are lists rather than texts, as Markdown: made from the same tables as the pages. */
import { allPaths } from '../../catalogue/chooser.ts';
import { supportedModules } from '../../catalogue/compatibility.ts';
import { glossary } from '../../catalogue/glossary.ts';
import {
  guideHref,
  loadGuide,
  loadPatterns,
  type PatternPage,
  patternHref,
} from '../../catalogue/load.ts';
import { type MappedName, matchLabels, nameMap } from '../../catalogue/name-map.ts';
import { valueLabels } from '../../catalogue/vocabulary.ts';
import { pageLine } from './page-line.ts';
import { wholeAddress } from './whole-address.ts';

const makers = {
  '/guide/': guideList,
  '/patterns/': patternList,
  '/names/': namesTables,
  '/choose/': waysTable,
  '/glossary/': terms,
  '/compatibility/': ledger,
} as const;

export type ReferencePath = keyof typeof makers;

export const referencePaths = Object.keys(makers) as ReferencePath[];

/** The Markdown of such a page. */
export function referenceText(path: ReferencePath): Promise<string> {
  return makers[path]();
}

/** Whether the page has Markdown of this kind. */
export function hasReferenceText(path: string): path is ReferencePath {
  return path in makers;
}

type Named = ReadonlyMap<string, PatternPage>;

async function byId(): Promise<Named> {
  return new Map((await loadPatterns()).map((pattern) => [pattern.id, pattern]));
}

function link(patterns: Named, id: string): string {
  const title = patterns.get(id)?.data.title;
  if (title === undefined) throw new Error(`There is no pattern ${id}. Mend what names it.`);
  return `[${title}](${wholeAddress(patternHref(id))})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function document(...blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

async function guideList(): Promise<string> {
  const lines = (await loadGuide()).map(({ id, data }) =>
    pageLine(data.title, guideHref(id), data.summary),
  );
  return document('# Guide', lines.join('\n'));
}

async function patternList(): Promise<string> {
  const patterns = await loadPatterns();
  const models = [...new Set(patterns.map(({ data }) => data.model))];
  const blocks = models.flatMap((model) => [
    `## ${valueLabels[model]}`,
    patterns
      .filter(({ data }) => data.model === model)
      .map(({ id, data }) => {
        const symptoms = data.symptoms.length > 0 ? ` Symptoms: ${data.symptoms.join('; ')}.` : '';
        return pageLine(data.title, patternHref(id), data.summary + symptoms);
      })
      .join('\n'),
  ]);
  return document('# Patterns', ...blocks);
}

async function namesTables(): Promise<string> {
  const patterns = await byId();
  const code = (name: string): string => `\`${name}\``;
  const row = ({ name, match, counterparts, remark, pattern, since, until }: MappedName) => [
    [
      code(name),
      since === undefined ? '' : ` since 3.${since}`,
      until === undefined ? '' : ` until 3.${until}`,
    ].join(''),
    matchLabels[match],
    counterparts.map(code).join(', '),
    [remark, pattern === undefined ? '' : link(patterns, pattern)].filter(Boolean).join(' '),
  ];
  return document(
    '# Names',
    "Every public concurrency name of Python's standard library, with its nearest counterpart in TypeScript on Node.",
    ...nameMap.flatMap(({ module, names }) => [
      `## ${module}`,
      table(['Python', 'Match', 'TypeScript on Node', 'Remark'], names.map(row)),
    ]),
  );
}

async function waysTable(): Promise<string> {
  const patterns = await byId();
  const rows = allPaths().map(({ steps, end }) => [
    steps[0]?.says ?? '',
    steps
      .slice(1)
      .map(({ says }) => says)
      .join('; '),
    `${link(patterns, end.pattern)}: ${end.because}`,
  ]);
  return document('# Choose a pattern', table(['The program', 'What you need', 'Pattern'], rows));
}

async function terms(): Promise<string> {
  const lines = glossary.map(
    ({ term, means, see }) => `- **${term}**: ${means} [More](${wholeAddress(see)})`,
  );
  return document('# Glossary', lines.join('\n'));
}

async function ledger(): Promise<string> {
  const names = (all: readonly string[]): string => all.map((name) => `\`${name}\``).join(', ');
  const blocks = supportedModules().flatMap((module) => [
    `## ${module.name}`,
    [
      ...(module.full.length > 0 ? [`- Full: ${names(module.full)}`] : []),
      ...module.partial.map(({ name, difference }) => `- Partial: \`${name}\`: ${difference}`),
      ...module.unsupported.map(({ names: all, why }) => `- Not there: ${names(all)}: ${why}`),
    ].join('\n'),
  ]);
  return document(
    '# Compatibility',
    'What of Node.js works in the embedded engine of this site, by module.',
    ...blocks,
  );
}
