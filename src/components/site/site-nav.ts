/** The script of SiteNav.astro: shows the current page in the column, and closes the drawer. */

export function enhanceNav(): void {
  const nav = document.getElementById('site-nav');
  const current = nav?.querySelector<HTMLElement>('[aria-current="page"]');
  if (nav && current) {
    // The column has its own scroll; scrollIntoView would move the page as well.
    const reveal = () => {
      nav.scrollTop = current.offsetTop - nav.clientHeight / 3;
    };
    reveal();
    nav.addEventListener('toggle', reveal);
  }
  // The drawer would stay open when the window becomes wide enough for a column in its place.
  for (const width of ['64rem', '88rem']) {
    matchMedia(`(min-width: ${width})`).addEventListener('change', () => nav?.hidePopover());
  }
}
