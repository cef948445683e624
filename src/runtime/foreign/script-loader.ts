/**
 * Loads the program's code where evaluated text has no place in stack traces: JavaScriptCore ignores
 * `//# sourceURL`, and in this frame it lets workers load neither `blob:` scripts nor modules. A
 * `data:` script has a place, whose name is its whole text; the traces are rewritten anyway.
 */

export interface ScriptLoader {
  evaluate(expression: string, url: string): unknown;
  /** The author's file for the address of a loaded script, and what was put before its first line. */
  authorsPlace(url: string): { url: string; shift: number } | undefined;
}

/** The program's code ends as the value of this global for a moment. */
const RESULT = '__interleaveLoaded';
const PREFIX = `${RESULT}=(0,`;

/** @returns undefined where evaluated text has a place */
export function createScriptLoader(): ScriptLoader | undefined {
  if (honoursSourceUrl()) return undefined;
  const load = importScripts;
  const places = new Map<string, { url: string; shift: number }>();
  return {
    evaluate(expression, url) {
      const address = `data:text/javascript,${encodeURIComponent(`${PREFIX}${expression}\n)`)}`;
      places.set(address, { url, shift: PREFIX.length });
      let result: unknown;
      Object.defineProperty(globalThis, RESULT, {
        set: (value: unknown) => {
          result = value;
        },
        configurable: true,
      });
      try {
        load(address);
      } catch (error) {
        throw explained(error, url);
      } finally {
        Reflect.deleteProperty(globalThis, RESULT);
      }
      return result;
    },
    authorsPlace: (url) => places.get(url),
  };
}

/** What the compiler let pass is right; the engine only lacks it. */
function explained(error: unknown, url: string): unknown {
  if (!(error instanceof SyntaxError)) return error;
  const message = `${error.message} (this browser does not know this syntax)`;
  const line = Number(Reflect.get(error, 'line'));
  const stack = `SyntaxError: ${message}\n    at ${url}:${line}:1`;
  return Object.assign(new SyntaxError(message), { stack });
}

function honoursSourceUrl(): boolean {
  // biome-ignore lint/security/noGlobalEval: asks the engine how it names evaluated text
  const indirectEval = eval;
  const stack = indirectEval('new Error().stack\n//# sourceURL=file:///probe') as string;
  return stack.includes('file:///probe');
}
