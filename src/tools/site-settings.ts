/** The build's setting of the place where the site stands on its host. */

/**
 * Reads `INTERLEAVE_BASE`: the path of the site's home page, `/` unless it is set.
 * @throws {Error} when it is not a path with a slash at both ends
 */
export function readBase(env: Readonly<Record<string, string | undefined>>): string {
  const base = env.INTERLEAVE_BASE || '/';
  if (/^\/([\w.~-]+\/)*$/.test(base)) return base;
  throw new Error(
    'INTERLEAVE_BASE must be a path of letters, digits and "-._~" with a slash at both ends, such ' +
      `as /interleave/; it is ${JSON.stringify(base)}.`,
  );
}
