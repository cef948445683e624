/**
 * Stack traces in the author's coordinates. V8 hands over structured frames; elsewhere the script
 * for other engines rewrites the text of the stack. Frames of the runtime itself are left out, as
 * Node marks its own `node:`; where there are no others, one line stands for them all.
 */
import { RUNTIME_FRAME } from './foreign/frames.ts';
import { foreignEngine } from './foreign-engine.ts';
import { markedPlace } from './loader/place.ts';
import type { Sources } from './loader/source.ts';

interface CallSite {
  getFileName(): string | null;
  getScriptNameOrSourceURL(): string | null;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
  toString(): string;
}

interface V8Error {
  prepareStackTrace?: (error: Error, sites: CallSite[]) => unknown;
  stackTraceLimit?: number;
}

export interface Place {
  path: string;
  /** 1-based */
  line: number;
  /** 0-based */
  column: number;
  /** The author's line. */
  text: string;
}

/** More than the engine's own between the program and what traces it. */
const MOST_FRAMES = 50;

const placePattern = /((?:file:\/\/\/|\[worker eval\])[^\s()]*?):(\d+):(\d+)/;

/** Makes the engine report the author's positions. */
export function installStackTraces(sources: Sources): void {
  if (foreignEngine) return foreignEngine.useSources(sources);
  (Error as unknown as V8Error).prepareStackTrace = (error, sites) => {
    const frames = sites
      .filter((site) => isProgram(site.getScriptNameOrSourceURL(), sources) || isCombinator(site))
      .map((site) => `\n    at ${translate(site.toString(), sources)}`);
    if (frames.length === 0 && sites.length > 0) frames.push(RUNTIME_FRAME);
    return `${header(error)}${frames.join('')}`;
  };
}

/** The place in the program from which this is called, below the frames of the engine. */
export function currentPlace(sources: Sources): Place | undefined {
  const limit = Reflect.get(Error, 'stackTraceLimit') as unknown;
  Reflect.set(Error, 'stackTraceLimit', MOST_FRAMES);
  const error = new Error();
  Reflect.set(Error, 'stackTraceLimit', limit);
  return placeOfError(error, sources);
}

/** The place in the program where `error` was made, if its stack tells. */
export function placeOfError(error: unknown, sources: Sources): Place | undefined {
  foreignEngine?.adopt(error);
  const known = markedPlace(error);
  if (known)
    return { ...known, text: sources.textOf(known.path).split('\n')[known.line - 1] ?? '' };
  const stack = error instanceof Error && typeof error.stack === 'string' ? error.stack : '';
  const match = placePattern.exec(stack);
  const [, url, line, column] = match ?? [];
  if (url === undefined) return undefined;
  return sources.place(url, Number(line), Number(column) - 1);
}

/** `async Promise.all (index 0)`, which belongs to no file. */
function isCombinator(site: CallSite): boolean {
  return site.getScriptNameOrSourceURL() === null && site.toString().startsWith('async Promise.');
}

function isProgram(name: string | null, sources: Sources): boolean {
  return name !== null && sources.has(name);
}

/** Exchanges the generated column of a frame for the author's, and the evaluator's names for Node's. */
function translate(frame: string, sources: Sources): string {
  const named = frame
    .replace(/^(async )?eval \((.*)\)$/, '$1$2')
    .replace(/^(\S+\.)eval \(/, '$1<anonymous> (')
    .replace('[worker%20eval]', '[worker eval]');
  return named.replace(placePattern, (whole, url: string, line: string, column: string) => {
    const place = sources.locate(url, Number(line), Number(column) - 1);
    return place ? `${url}:${line}:${place.column + 1}` : whole;
  });
}

/** V8 quotes the expression that failed; an import stands in it by the compiler's name. */
function authorsNames(message: string): string {
  return message.replace(/\(0 , __il_*\d+\.([\w$]+)\)|__il_*\d+\.(?=[\w$])/g, '$1');
}

function header(error: Error): string {
  try {
    const name = error.name === undefined ? 'Error' : String(error.name);
    const message = error.message === undefined ? '' : authorsNames(String(error.message));
    if (name === '') return message;
    return message === '' ? name : `${name}: ${message}`;
  } catch {
    // A getter of the error throws; V8 prints such errors so as well.
    return '<error>';
  }
}
