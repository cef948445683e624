/**
 * Puts the path below which the site stands before the addresses of a page. Authors write
 * root-absolute addresses (`/guide/gil/`), in Markdown and in components alike, and cannot forget
 * the base: every page passes through here (`src/middleware.ts`). A helper for each link was
 * rejected, because Markdown cannot call it.
 */

/** A start tag, whose attributes may hold `>` in their values; or a script, which is left alone. */
const tagOrScript =
  /<script\b[^>]*>|<[a-z][^\s>/]*(?:\s+[^\s=>/]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*\s*\/?>/gi;
const address = /(\s(?:href|src|action|formaction)=["']?)(\/(?!\/)[^\s"'>]*)/gi;

/**
 * @param html a whole page
 * @param base with a slash at both ends
 * @returns the page with every root-absolute address below `base`. Addresses of the build's own
 *   files (`_astro/`) have it already.
 */
export function addBase(html: string, base: string): string {
  if (base === '/') return html;
  return html.replace(tagOrScript, (tag) =>
    tag.replace(address, (whole, before: string, path: string) =>
      path.startsWith(`${base}_astro/`) ? whole : `${before}${base}${path.slice(1)}`,
    ),
  );
}
