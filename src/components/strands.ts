/**
 * The site's motif: two strands that change places and pass alternately over and under each other.
 * The lower strand is cut at each crossing, so that the drawing needs no background colour.
 */

interface Point {
  readonly x: number;
  readonly y: number;
}

type Curve = readonly [Point, Point, Point, Point];

export interface Strand {
  /** SVG path data of the parts that lie on top, and of those that are cut. */
  readonly over: string;
  readonly under: string;
}

export interface Strands {
  readonly python: Strand;
  readonly typescript: Strand;
}

export interface StrandsOptions {
  /** How often the strands cross. */
  readonly crossings: number;
  /** Distance from one crossing to the next. */
  readonly pitch: number;
  /** Where the strands run before, between and after the crossings. */
  readonly top: number;
  readonly bottom: number;
  /** Left end. */
  readonly x: number;
  /** Share of a curve that is cut away where it passes under, 0 to 1. */
  readonly gap: number;
}

function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

/** The part of a cubic Bézier curve before `t` (de Casteljau). */
function head([p0, p1, p2, p3]: Curve, t: number): Curve {
  const a = between(p0, p1, t);
  const b = between(p1, p2, t);
  const ab = between(a, b, t);
  return [p0, a, ab, between(ab, between(b, between(p2, p3, t), t), t)];
}

function tail([p0, p1, p2, p3]: Curve, t: number): Curve {
  const [a, b, c, d] = head([p3, p2, p1, p0], 1 - t);
  return [d, c, b, a];
}

function draw(curve: Curve): string {
  const [start, ...rest] = curve.map(({ x, y }) => `${+x.toFixed(2)} ${+y.toFixed(2)}`);
  return `M${start}C${rest.join(' ')}`;
}

function crossingCurve(x: number, from: number, to: number, pitch: number): Curve {
  const bend = pitch / 2;
  return [
    { x, y: from },
    { x: x + bend, y: from },
    { x: x + pitch - bend, y: to },
    { x: x + pitch, y: to },
  ];
}

export function drawStrands({ crossings, pitch, top, bottom, x, gap }: StrandsOptions): Strands {
  const strand = (startsOver: boolean): Strand => {
    const parts = { over: '', under: '' };
    for (let i = 0; i < crossings; i++) {
      const falls = (i % 2 === 0) === startsOver;
      const curve = crossingCurve(x + i * pitch, falls ? top : bottom, falls ? bottom : top, pitch);
      if (falls) parts.over += draw(curve);
      else parts.under += draw(head(curve, 0.5 - gap / 2)) + draw(tail(curve, 0.5 + gap / 2));
    }
    return parts;
  };
  return { python: strand(true), typescript: strand(false) };
}
