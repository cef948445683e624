/** Where the picture of a page lies that other sites show beside a link to it. */

/** All of them: no reader loads one. */
export const CARDS = 'social/';

/**
 * @param page the page's path below the base: empty, `guide/gil/`, or `404.html`
 * @returns the picture's, such as `social/guide/gil.png`
 */
export function cardPath(page: string): string {
  return `${CARDS}${page.replace(/\.html$|\/$/, '') || 'index'}.png`;
}
