/** The element of Toc.astro. */
/** Distance from the top of the window at which a heading counts as being read. */
const readingLine = 160;

export class Toc extends HTMLElement {
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    const links = new Map<Element, HTMLAnchorElement>();
    for (const link of this.querySelectorAll('a')) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }
    const mark = () => {
      const passed = [...links.keys()].filter(
        (heading) => heading.getBoundingClientRect().top < readingLine,
      );
      const current = passed.at(-1);
      for (const [heading, link] of links) {
        if (heading === current) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      }
    };
    // Everything above the line counts as seen, so that a jump over several headings is noticed.
    const below = Math.max(0, innerHeight - readingLine);
    this.#observer = new IntersectionObserver(mark, {
      rootMargin: `1000000px 0px -${below}px 0px`,
    });
    for (const heading of links.keys()) this.#observer.observe(heading);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }
}
