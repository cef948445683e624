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

/**
 * Reads `INTERLEAVE_SITE`: the host's address, for what has to say whole addresses (sitemap.xml,
 * llms.txt). Without it addresses there begin at the root.
 * @throws {Error} when it is not an address without a path
 */
export function readSite(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const site = env.INTERLEAVE_SITE;
  if (!site) return undefined;
  if (/^https?:\/\/[\w.-]+(:\d+)?$/.test(site)) return site;
  throw new Error(
    `INTERLEAVE_SITE must be an address without a path, such as https://example.org; it is ${JSON.stringify(site)}.`,
  );
}
