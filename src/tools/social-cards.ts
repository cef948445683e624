/**
 * Makes a picture for every built page: what other sites show beside a link to it. From the pages
 * themselves and not from the content, so that none can be without. Drawing one takes a tenth of a
 * second, so pictures are kept between builds by what they say.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { valueLabels } from '../catalogue/vocabulary.ts';
import { cardPath } from '../shared/card-path.ts';
import { pagePath } from '../shared/page-path.ts';
import { root } from './run.ts';
import { type Card, openCardPainter } from './social-cards/card.ts';

const KEPT = join(root, 'node_modules/.cache/interleave-cards');
/** What the look of a card depends on. */
const LOOK = ['src/tools/social-cards/card.ts', 'src/components/strands.ts', 'package-lock.json'];

export function socialCards(): AstroIntegration {
  return {
    name: 'interleave-social-cards',
    hooks: {
      async 'astro:build:done'({ dir, logger }) {
        const begin = performance.now();
        const { pages, drawn } = await writeCards(fileURLToPath(dir));
        const seconds = ((performance.now() - begin) / 1000).toFixed(1);
        logger.info(`social cards: ${pages}, of which ${drawn} were drawn anew, in ${seconds} s`);
      },
    },
  };
}

/**
 * @param site the folder of the built site
 * @param kept the folder of the pictures of earlier builds
 */
export async function writeCards(
  site: string,
  kept = KEPT,
): Promise<{ pages: number; drawn: number }> {
  const names = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html'));
  const look = await lookOf();
  const drawing = openCardPainter();
  let drawn = 0;
  await mkdir(kept, { recursive: true });
  await Promise.all(
    names.map(async (name) => {
      const page = pagePath(name);
      const card = cardOf(page, await readFile(join(site, name), 'utf8'));
      const hash = createHash('sha256').update(look).update(JSON.stringify(card)).digest('hex');
      const file = join(kept, `${hash}.png`);
      let picture: Uint8Array | undefined = await readFile(file).catch(() => undefined);
      if (picture === undefined) {
        drawn++;
        picture = await (await drawing)(card);
        await writeFile(file, picture);
      }
      const target = join(site, cardPath(page));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, picture);
    }),
  );
  return { pages: names.length, drawn };
}

/**
 * What the card of a page says.
 * @param page its path below the base
 * @throws {Error} when the page has no title for it
 */
export function cardOf(page: string, html: string): Card {
  const title = /<meta property="og:title" content="([^"]*)"/.exec(html)?.[1];
  if (title === undefined) {
    throw new Error(`/${page} has no og:title. Let it stand in the layout Base.astro.`);
  }
  return { title: decode(title), part: partOf(page) };
}

function partOf(page: string): string {
  const [place, model = ''] = page.split('/');
  if (place === 'guide') return 'Guide';
  const label = Object.entries(valueLabels).find(([value]) => value === model)?.[1];
  return place === 'patterns' && label !== undefined ? label : '';
}

/** Attributes hold only these in another form. */
function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('&#38;', '&');
}

async function lookOf(): Promise<string> {
  const texts = await Promise.all(LOOK.map((name) => readFile(join(root, name), 'utf8')));
  return texts.join('\n');
}
