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
  // The drawer would stay open, over the column, when the window becomes wide.
  matchMedia('(min-width: 64rem)').addEventListener('change', () => nav?.hidePopover());
}
