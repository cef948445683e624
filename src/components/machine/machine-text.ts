/**
 * The site for machines: its pages as Markdown, and the pairs with all that belongs to them. Made
 * from the same content as the pages, so that they cannot say different things.
 */
import { apiHref } from '../../catalogue/api-links.ts';
import {
  type GuidePage,
  guideHref,
  loadGuide,
  loadPatterns,
  type PatternPage,
  patternHref,
} from '../../catalogue/load.ts';
import { valueLabels } from '../../catalogue/vocabulary.ts';
import { patternFiles } from '../pair/pattern-files.ts';
import { pageLine } from './page-line.ts';
import { wholeAddress } from './whole-address.ts';

/** A pattern as Markdown: the text, then both sources and what they printed. */
export function patternMarkdown(pattern: PatternPage): string {
  const { title, summary, python, typescript, symptoms } = pattern.data;
  const link = (language: 'python' | 'typescript') => (name: string) => {
    const href = apiHref(language, name);
    return href === undefined ? `\`${name}\`` : `[\`${name}\`](${href})`;
  };
  return [
    `# ${title}`,
    summary,
    `Model: ${valueLabels[pattern.data.model]}`,
    `Python: ${python.map(link('python')).join(', ')}`,
    `TypeScript on Node: ${typescript.map(link('typescript')).join(', ')}`,
    ...(symptoms.length > 0 ? [`Symptoms: ${symptoms.join('; ')}`] : []),
    bodyText(pattern.body ?? '', pattern.id),
    '',
  ].join('\n\n');
}

/** A guide page as Markdown. */
export function guideMarkdown({ data, body = '' }: GuidePage): string {
  return `# ${data.title}\n\n${data.summary}\n\n${bodyText(body)}\n`;
}

/** MDX with its components spelled out: a pair becomes its sources, a note its text. */
function bodyText(body: string, id?: string): string {
  return body
    .replace(/<Note([^>]*)>/g, (_, attributes: string) => {
      const title = /title="([^"]*)"/.exec(attributes)?.[1];
      return title === undefined ? '' : `**${title}.**`;
    })
    .replace(/<\/Note>/g, '')
    .replace(/\]\(\//g, `](${wholeAddress('/')}`)
    .replace(/<Pair pattern="([^"]+)"([^>]*)\/>/g, (_, pattern: string, variant: string) =>
      pattern === id && variant.trim() === ''
        ? sources(pattern)
        : `See ${wholeAddress(patternHref(pattern))}`,
    )
    .trim();
}

function sources(id: string): string {
  const files = patternFiles();
  const block = (language: string, name: string) =>
    `\`\`\`${language}\n${files.read(id, name).trimEnd()}\n\`\`\``;
  return [
    '`main.py`:',
    block('python', 'main.py'),
    'It printed:',
    block('text', 'main.py.out'),
    '`main.ts`:',
    block('ts', 'main.ts'),
    'It printed:',
    block('text', 'main.ts.out'),
  ].join('\n\n');
}

/** Every pair with its front matter, its sources and its recordings. */
export async function allPairs(): Promise<Record<string, unknown>[]> {
  const files = patternFiles();
  return (await loadPatterns()).map(({ id, data }) => ({
    id,
    address: wholeAddress(patternHref(id)),
    ...data,
    sources: {
      python: { 'main.py': files.read(id, 'main.py') },
      typescript: Object.fromEntries(
        files.typescript(id, 'main').map(({ name, text }) => [name, text]),
      ),
    },
    outputs: {
      python: files.read(id, 'main.py.out'),
      typescript: files.read(id, 'main.ts.out'),
      recorded: JSON.parse(files.read(id, 'outputs.json')) as unknown,
    },
  }));
}

/** What `/llms.txt` says: the site in short, with a line for each page. */
export async function llmsText(): Promise<string> {
  const guide = (await loadGuide()).map(({ id, data }) =>
    pageLine(data.title, guideHref(id), data.summary),
  );
  const patterns = (await loadPatterns()).map(({ id, data }) =>
    pageLine(data.title, patternHref(id), data.summary),
  );
  return [
    '# Interleave',
    '> A reference for concurrency and parallelism in Python. Beside every program stands its port in TypeScript for Node 24, with a contract that says what their outputs have in common. Both were run by a machine, and what they printed is recorded.',
    `Every pair with its front matter, sources and outputs: ${wholeAddress('/patterns.json')}. Python names and their counterparts: ${wholeAddress('/names/index.md')}. From a need to a pattern: ${wholeAddress('/choose/index.md')}. Words: ${wholeAddress('/glossary/index.md')}. What of Node works in the page: ${wholeAddress('/compatibility/index.md')}.`,
    '## Guide',
    guide.join('\n'),
    '## Patterns',
    patterns.join('\n'),
    '',
  ].join('\n\n');
}

export function text(body: string, type: string): Response {
  return new Response(body, { headers: { 'Content-Type': type } });
}

/** The pages that are neither of the guide nor patterns. */
const others = [
  '/',
  '/guide/',
  '/patterns/',
  '/names/',
  '/choose/',
  '/glossary/',
  '/playground/',
  '/compatibility/',
  '/engine/',
];

/** Every page of the site, as a sitemap lists them. */
export async function sitemap(): Promise<string> {
  const [guide, patterns] = await Promise.all([loadGuide(), loadPatterns()]);
  const paths = [
    ...others,
    ...guide.map(({ id }) => guideHref(id)),
    ...patterns.map(({ id }) => patternHref(id)),
  ];
  const note = import.meta.env.SITE
    ? ''
    : '<!-- A sitemap needs whole addresses: build with INTERLEAVE_SITE=https://your.host -->\n';
  const urls = paths.map((path) => `  <url><loc>${wholeAddress(path)}</loc></url>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${note}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`;
}
