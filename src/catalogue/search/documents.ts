/**
 * What the search knows: one document for each page, pattern, name and term. Made from the content
 * when the site is built (`/search.json`), and in the test of the queries from the same files.
 */
import { glossary, termId } from '../glossary.ts';
import { nameHref, nameMap } from '../name-map.ts';
import type { GuideData, PatternData } from '../schema.ts';
import { valueLabels } from '../vocabulary.ts';
import type { Kind } from './kinds.ts';
import { otherWords } from './other-words.ts';
import { spokenWords } from './spoken-words.ts';

export interface Document {
  /** Its address, which is unique, without the site's base. */
  readonly url: string;
  readonly kind: Kind;
  readonly title: string;
  /** The label of a model, for patterns. */
  readonly model?: string;
  /** Public names of either language. */
  readonly names?: string;
  /** What somebody would say who has the problem; sentences end with a line break. */
  readonly symptoms?: string;
  readonly summary?: string;
  readonly headings?: string;
  /** The running text, without marks. */
  readonly text?: string;
  /** Other words for what it is about; found, but not shown. */
  readonly tags?: string;
}

interface Source<Data> {
  readonly id: string;
  readonly data: Data;
  /** MDX without its front matter. */
  readonly body: string;
}

export interface Sources {
  readonly patterns: readonly Source<PatternData>[];
  readonly guide: readonly Source<GuideData>[];
}

const pages: readonly Document[] = [
  {
    url: '/patterns/',
    kind: 'Page',
    title: 'Patterns',
    summary: 'Every pattern, by model, bound, primitive, hazard, Python version and level.',
    tags: 'index list filter all samples examples',
  },
  {
    url: '/names/',
    kind: 'Page',
    title: 'Name map',
    summary: 'Every public concurrency name of Python with its nearest counterpart in TypeScript.',
    tags: 'equivalent counterpart api mapping translate',
  },
  {
    url: '/choose/',
    kind: 'Page',
    title: 'Choose a pattern',
    summary: 'A few questions that end in a pattern; also as a table.',
    symptoms: 'threads or processes\nthreads or asyncio\nwhich one should I use',
  },
  {
    url: '/playground/',
    kind: 'Page',
    title: 'Playground',
    summary: 'Programs of your own, with files, a terminal and the engine of this site.',
    tags: 'editor run try repl sandbox write code',
  },
  {
    url: '/compatibility/',
    kind: 'Page',
    title: 'Compatibility',
    summary: 'What of Node.js works in the page, module by module.',
    tags: 'node support supported modules differences conformance',
  },
  {
    url: '/engine/',
    kind: 'Page',
    title: 'The engine',
    summary: 'How threads, processes and the event loop of Node run in a page.',
    tags: 'architecture web worker embedded library',
  },
  {
    url: '/glossary/',
    kind: 'Page',
    title: 'Glossary',
    summary: 'The words of concurrency in one or two sentences each.',
    tags: 'terms definitions words meaning',
  },
];

/** Every document, patterns first. */
export function makeDocuments(sources: Sources): Document[] {
  return readAll(sources).map((document) => {
    const words = otherWords[document.url];
    return words === undefined
      ? document
      : { ...document, tags: `${document.tags ?? ''} ${words}` };
  });
}

function readAll({ patterns, guide }: Sources): Document[] {
  return [
    ...patterns.map(fromPattern),
    ...guide.map(({ id, data, body }) => ({
      url: `/guide/${id}/`,
      kind: 'Guide' as const,
      title: data.title,
      summary: data.summary,
      ...readBody(body),
    })),
    ...nameMap.flatMap(({ names }) =>
      names.map((name) => ({
        url: nameHref(name),
        kind: 'Name' as const,
        title: name.qualified,
        names: name.counterparts.join(' '),
        summary: [
          name.counterparts.length > 0
            ? `Nearest: ${name.counterparts.join(', ')}.`
            : 'No counterpart.',
          name.remark,
        ].join(' '),
      })),
    ),
    ...glossary.map(({ term, means }) => ({
      url: `/glossary/#${termId(term)}`,
      kind: 'Term' as const,
      title: term,
      summary: means,
    })),
    ...pages,
  ];
}

function fromPattern({ id, data, body }: Source<PatternData>): Document {
  const values = [data.model, ...data.bound, ...data.hazard, ...data.primitives];
  return {
    url: `/patterns/${id}/`,
    kind: 'Pattern',
    model: valueLabels[data.model],
    title: data.title,
    names: [...data.python, ...data.typescript].join(' '),
    symptoms: data.symptoms.join('\n'),
    summary: data.summary,
    tags: [id, ...values.map((value) => `${valueLabels[value]} ${spokenWords[value] ?? ''}`)].join(
      ' ',
    ),
    ...readBody(body),
  };
}

/** The headings and the text of a page, without the marks of Markdown and the components. */
function readBody(body: string): { headings: string; text: string } {
  const headings = [...body.matchAll(/^##+ (.+)$/gm)].map(([, heading]) => plain(heading ?? ''));
  const text = plain(rowsToSentences(body.replace(/^##+ .+$/gm, '')));
  return { headings: headings.join('\n'), text };
}

/** A row of a table says one thing, as a sentence does; run together, rows and cells say nothing. */
function rowsToSentences(body: string): string {
  return body.replace(/^\|.+\|\n\|[\s:|-]+\|$/gm, '').replace(/^\|(.+)\|$/gm, (_, row: string) => {
    const cells = row.split('|').map((cell) => cell.trim());
    return `${cells.filter((cell) => cell !== '').join(' · ')}.`.replace(/([.!?])\.$/, '$1');
  });
}

function plain(markdown: string): string {
  return markdown
    .replace(/<[^>]+>/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\||^\s*[-\d]+\.?\s/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
