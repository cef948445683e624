/** Where in the author's files an error of loading lies, kept beside the error for the report. */
export interface SourcePlace {
  path: string;
  /** 1-based */
  line: number;
  /** 0-based */
  column: number;
}

const places = new WeakMap<Error, SourcePlace>();

/** The innermost place wins: an error that passes several importers keeps its own. */
export function markPlace<E extends Error>(error: E, place: SourcePlace): E {
  if (!places.has(error)) places.set(error, place);
  return error;
}

export function markedPlace(error: unknown): SourcePlace | undefined {
  return error instanceof Error ? places.get(error) : undefined;
}
