/**
 * What the thread knows of engines other than V8: in Firefox and WebKit a script of its own
 * (`foreign-engine-worker.ts`) runs before the thread's and leaves this behind. Programs for
 * Chromium do without it.
 */

/** What stack traces need of the program's sources. */
export interface TracedSources {
  has(url: string): boolean;
  /** @param column 0-based, as is the result */
  locate(url: string, line: number, column: number): { column: number } | undefined;
  /** With the author's line at that place. */
  place(url: string, line: number, column: number): { text: string } | undefined;
}

export interface ForeignEngine {
  useSources(sources: TracedSources): void;
  /** Gives an error that the engine itself threw the stack and the words that it has in V8. */
  adopt(error: unknown): void;
  /** Evaluates an expression under the name that stack traces will show, if this engine must. */
  evaluate: ((expression: string, url: string) => unknown) | undefined;
  /** Opens the scope of a block with `using`, if this engine does not know the syntax. */
  openScope: (() => object) | undefined;
}

/** A global name that Node does not know, so that it is gone before the program starts. */
export const FOREIGN_ENGINE = '__interleaveForeignEngine';

export const foreignEngine = Reflect.get(globalThis, FOREIGN_ENGINE) as ForeignEngine | undefined;
