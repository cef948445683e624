/**
 * The search itself: MiniSearch over the documents, in memory. An index that is fetched piece by
 * piece, as Pagefind's, was rejected: it knows no typing errors, and the pieces cost a round trip
 * for a keystroke, where all documents together weigh little more than one picture.
 */
import MiniSearch, { type SearchResult } from 'minisearch';
import type { Document } from './documents.ts';
import type { Kind } from './kinds.ts';

export interface Choice {
  readonly kind?: string;
  readonly model?: string;
}

export interface Hit {
  readonly document: Document;
  /** The part of the document that answers, in pieces; those that match are marked. */
  readonly excerpt: readonly Piece[];
}

export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

export interface Answer {
  readonly hits: readonly Hit[];
  readonly total: number;
  /** For every kind and model, how many hits choosing it would leave. */
  readonly counts: Readonly<Record<'kind' | 'model', Readonly<Record<string, number>>>>;
}

/** What a question is made of besides what is looked for. */
const emptyWords = new Set(
  'a an and are as at be but by can do does for from get gets have how i if in into is it its me my no of on or our so than that the their them then there this to was we what when where which while who why will with you your'.split(
    ' ',
  ),
);

const weights = { title: 6, names: 5, symptoms: 5, tags: 2.5, headings: 2, summary: 3, text: 1 };

/** A page that explains is worth more than a row that names. */
const worth: Record<Kind, number> = { Pattern: 1.5, Guide: 1.15, Page: 1.7, Term: 1, Name: 0.8 };

/** Words, and of a qualified name the whole, its parts, and the parts of its parts. */
export function tokenize(text: string): string[] {
  return text.split(/[^\p{L}\p{N}_.]+/u).flatMap((raw) => {
    const word = raw.replace(/^\.+|\.+$/g, '');
    if (word === '') return [];
    const parts = word.split('.');
    const smaller = parts.flatMap((part) =>
      part.split('_').flatMap((piece) => piece.split(/(?<=[a-z])(?=[A-Z])/)),
    );
    return [...new Set([word, ...parts, ...smaller].filter((piece) => piece !== ''))];
  });
}

export class SearchEngine {
  readonly #documents: ReadonlyMap<string, Document>;
  readonly #index: MiniSearch<Document>;

  constructor(documents: readonly Document[]) {
    this.#documents = new Map(documents.map((document) => [document.url, document]));
    this.#index = new MiniSearch<Document>({
      idField: 'url',
      fields: Object.keys(weights),
      tokenize,
      processTerm: (term) => stem(term.toLowerCase()),
    });
    this.#index.addAll(documents);
  }

  /**
   * @param query what the reader typed; with an empty one, everything that the choice leaves
   * @param limit so many hits at most
   */
  search(query: string, choice: Choice, limit: number): Answer {
    const found = query.trim() === '' ? this.#all() : this.#rank(query);
    const fits = (ranked: Ranked, { kind, model }: Choice) =>
      (kind === undefined || ranked.document.kind === kind) &&
      (model === undefined || ranked.document.model === model);
    const chosen = found.filter((ranked) => fits(ranked, choice));
    const { kind, model } = choice;
    return {
      hits: chosen.slice(0, limit).map(({ document, terms }) => ({
        document,
        excerpt: excerptOf(document, terms),
      })),
      total: chosen.length,
      counts: {
        kind: countBy(
          found.filter((ranked) => fits(ranked, { ...(model && { model }) })),
          'kind',
        ),
        model: countBy(
          found.filter((ranked) => fits(ranked, { ...(kind && { kind }) })),
          'model',
        ),
      },
    };
  }

  #all(): Ranked[] {
    return [...this.#documents.values()].map((document) => ({ document, score: 0, terms: [] }));
  }

  #rank(query: string): Ranked[] {
    const typed = tokenize(query).map((word) => word.toLowerCase());
    const wanted = typed.filter((word) => !emptyWords.has(word));
    const words = [...new Set((wanted.length > 0 ? wanted : typed).map(stem))];
    const results = this.#index.search(words.join(' '), {
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term,
      boost: weights,
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 7 ? 0.3 : term.length > 3 ? 0.25 : false),
      maxFuzzy: 2,
      weights: { fuzzy: 0.35, prefix: 0.6 },
    });
    const asked = query.trim().toLowerCase().replace(/\(\)$/, '');
    return results
      .map((result) => this.#toRanked(result, words.length, asked))
      .sort((a, b) => b.score - a.score);
  }

  #toRanked({ id, score, queryTerms, terms }: SearchResult, wanted: number, asked: string): Ranked {
    const document = this.#documents.get(id);
    if (document === undefined) throw new Error(`The search knows no page ${id}; build it again.`);
    // Whoever types three words wants all three, rather than one of them often.
    const share = new Set(queryTerms).size / wanted;
    return {
      document,
      terms,
      score: score * share ** 2 * worth[document.kind] * sameName(document, asked),
    };
  }
}

interface Ranked {
  readonly document: Document;
  readonly score: number;
  /** The words of the document that matched. */
  readonly terms: readonly string[];
}

/** A name or a symptom typed out is what is looked for, and nothing that merely resembles it. */
function sameName({ kind, url, title, symptoms = '' }: Document, asked: string): number {
  const name = title.toLowerCase();
  if (name === asked || symptoms.toLowerCase().split('\n').includes(asked)) return 4;
  // A pattern is called in its address what its title says in a sentence.
  if (kind === 'Pattern' && url.endsWith(`/${asked.replaceAll(' ', '-')}/`)) return 2;
  return asked.length > 3 && name.endsWith(`.${asked}`) ? 2.5 : 1;
}

/** Takes off the ends that most often differ between a question and a text. */
function stem(word: string): string {
  if (word.length < 5 || /[._\d]/.test(word)) return word;
  return word.replace(/(?:ies)$/, 'y').replace(/(?:ing|ed|es|s)$/, '');
}

function countBy(ranked: readonly Ranked[], field: 'kind' | 'model'): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { document } of ranked) {
    const value = document[field];
    if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

const EXCERPT = 170;

/** The symptom or the sentence that has most of the words, with these marked. */
function excerptOf(document: Document, terms: readonly string[]): Piece[] {
  const { symptoms = '', summary = '', text = '' } = document;
  const sentences = [
    ...symptoms.split('\n').map((symptom) => symptom && `“${symptom}”`),
    summary,
    // The cells of a row belong together.
    ...text.split(/(?<=[.!?:])\s+(?!·)/),
  ].filter((sentence) => sentence !== '');
  const isHit = (word: string) =>
    tokenize(word).some((part) => terms.includes(stem(part.toLowerCase())));
  const countIn = (sentence: string) => sentence.split(/\s+/).filter(isHit).length;
  let best = summary === '' ? (sentences[0] ?? '') : summary;
  let most = countIn(best);
  for (const sentence of sentences) {
    const count = countIn(sentence);
    if (count > most) [best, most] = [sentence, count];
  }
  return mark(
    best.length > EXCERPT ? `${best.slice(0, EXCERPT).replace(/\s+\S*$/, '')} …` : best,
    isHit,
  );
}

function mark(text: string, isHit: (word: string) => boolean): Piece[] {
  return text
    .split(/(\s+)/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, isMatch: isHit(piece) }));
}
