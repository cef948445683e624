/**
 * The picture of a page, 1200 by 630: where it stands, its title, and the site's name below
 * its strands, in the light theme's colours and the site's typeface. Satori sets the text and turns it
 * into paths, so no font of the machine is used and the picture is the same everywhere.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import satori from 'satori';
import { drawStrands, type Strand } from '../../components/strands.ts';
import { root } from '../run.ts';

/** What a card says. */
export interface Card {
  title: string;
  /** The part of the site, or the model of a pattern; empty for none. */
  part: string;
}

export const WIDTH = 1200;
export const HEIGHT = 630;

const FACES = join(root, 'node_modules/@fontsource/source-sans-3/files');
/** Of `tokens.css`. */
const colours = {
  background: '#fcfcfa',
  text: '#1b1d1f',
  accent: '#1e5f4b',
  python: '#8a5a00',
  typescript: '#24559f',
};
const MARGIN = 80;
/** Long titles need the smaller type to stay within three lines. */
const sizes = [
  { upTo: 32, size: 96 },
  { upTo: 64, size: 80 },
  { upTo: Number.POSITIVE_INFINITY, size: 64 },
];

interface Box {
  type: 'div';
  key: null;
  props: { style: Record<string, string | number>; children: string | Box[] };
}

type Face = NonNullable<Parameters<typeof satori>[1]['fonts']>[number];

/** @returns a function that draws cards as PNG files */
export async function openCardPainter(): Promise<(card: Card) => Promise<Uint8Array>> {
  const fonts = await Promise.all(([400, 600] as const).map(readFace));
  return async (card) => {
    const text = await satori(layout(card), { width: WIDTH, height: HEIGHT, fonts });
    const picture = await renderAsync(text.replace(/<\/svg>$/, `${strands()}</svg>`), {
      font: { loadSystemFonts: false },
    });
    return picture.asPng();
  };
}

async function readFace(weight: 400 | 600): Promise<Face> {
  const data = await readFile(join(FACES, `source-sans-3-latin-${weight}-normal.woff`));
  return { name: 'Source Sans 3', weight, style: 'normal', data };
}

function layout({ title, part }: Card): Box {
  const size = sizes.find(({ upTo }) => title.length <= upTo)?.size ?? 0;
  const lines = [
    box({ fontSize: 40, color: colours.accent, height: 56 }, part),
    box(
      { fontSize: size, fontWeight: 600, lineHeight: 1.1, letterSpacing: '-0.022em', marginTop: 8 },
      title,
    ),
    box({ fontSize: 44, fontWeight: 600, marginTop: 'auto', height: 60 }, 'Interleave'),
  ];
  const page = {
    width: WIDTH,
    height: HEIGHT,
    boxSizing: 'border-box',
    flexDirection: 'column',
    padding: `64px ${MARGIN}px 40px`,
    background: colours.background,
    color: colours.text,
    fontFamily: 'Source Sans 3',
  };
  return box(page, lines);
}

function box(style: Record<string, string | number>, children: string | Box[]): Box {
  return { type: 'div', key: null, props: { style: { display: 'flex', ...style }, children } };
}

/** The site's two strands, from edge to edge above its name. */
function strands(): string {
  const { python, typescript } = drawStrands({
    crossings: 12,
    pitch: 104,
    gap: 0.3,
    x: -24,
    top: 416,
    bottom: 492,
  });
  return stroke(typescript, colours.typescript) + stroke(python, colours.python);
}

function stroke({ over, under }: Strand, colour: string): string {
  return `<path d="${over}${under}" fill="none" stroke="${colour}" stroke-width="18"/>`;
}
