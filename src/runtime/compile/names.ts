/** The names that compiled code uses and that the source must not use. */

export interface Names {
  /** The context object: `x` exports, `meta`, `i` imports, `s r q it` keep the async context, `c` is told what was caught, `u` opens a scope. */
  context: string;
  /** Where a suspended function keeps its async context. */
  keeper: string;
  defaultExport: string;
  /** What the nearest `using` of the lowered form is noted in. */
  scope: string;
  /** A constant, so that assigning to it throws what assigning to an import throws. */
  constant: string;
  namespace(request: number): string;
}

/** Picks a prefix that does not occur in the source, in which case no name can collide. */
export function chooseNames(source: string): Names {
  let prefix = '__il';
  while (source.includes(prefix)) prefix += '_';
  return {
    context: prefix,
    keeper: `${prefix}k`,
    defaultExport: `${prefix}d`,
    scope: `${prefix}u`,
    constant: `${prefix}c`,
    namespace: (request) => `${prefix}${request}`,
  };
}
