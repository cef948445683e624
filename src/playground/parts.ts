/**
 * Parts of the static markup, which `src/components/Pair*.astro` renders, and what is said through
 * one of them. Together, because every page needs both: of a module that a part loaded later
 * imports alone, the bundler makes a file, and every page would load that one too.
 */
export function findPart(root: ParentNode, name: string): HTMLElement {
  return find<HTMLElement>(root, `[data-${name}]`);
}

export function findButton(root: ParentNode, action: string): HTMLButtonElement {
  return find<HTMLButtonElement>(root, `button[data-action="${action}"]`);
}

function find<T extends HTMLElement>(root: ParentNode, selector: string): T {
  const element = root.querySelector<T>(selector);
  if (element !== null) return element;
  throw new Error(`A pair has no ${selector}: src/components/Pair*.astro renders it.`);
}

/**
 * Tells the reader something through the live region of a pair.
 * @param seen whether the sentence is also shown, because nothing else on the page says it
 */
export function announce(root: ParentNode, sentence: string, seen = false): void {
  const notice = findPart(root, 'announce');
  notice.textContent = sentence;
  notice.className = seen ? 'notice' : 'visually-hidden';
}

/** Waits for something that the reader asked for, and says why when it does not happen. */
export function attempt(root: ParentNode, action: Promise<unknown> | undefined): void {
  announce(root, '');
  action?.catch((error: unknown) => {
    announce(root, error instanceof Error ? error.message : String(error), true);
  });
}
