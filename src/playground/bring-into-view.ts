/**
 * Shows what an action changed elsewhere on the page. The focus stays where it is: whoever pressed a
 * button by keyboard goes on from there.
 */

/** Scrolls from `first` to `last` into the window, unless all of it stands there already. */
export function bringIntoView(first: Element | null, last: Element): void {
  if (first === null) return;
  const root = document.documentElement;
  // Below the header of the page, which stays.
  const top = Number.parseFloat(getComputedStyle(root).scrollPaddingTop) || 0;
  const isThere =
    first.getBoundingClientRect().top >= top &&
    last.getBoundingClientRect().bottom <= root.clientHeight;
  if (isThere) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  first.scrollIntoView({ block: 'start', behavior: still ? 'instant' : 'smooth' });
}
