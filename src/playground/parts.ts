/** Parts of the static markup, which `src/components/Pair*.astro` renders. */
export function findPart(root: ParentNode, name: string): HTMLElement {
  const element = root.querySelector<HTMLElement>(`[data-${name}]`);
  if (element !== null) return element;
  throw new Error(
    `The markup of a pair has no [data-${name}]; src/components/Pair*.astro renders it.`,
  );
}

export function findButton(root: ParentNode, action: string): HTMLButtonElement {
  const button = root.querySelector<HTMLButtonElement>(`button[data-action="${action}"]`);
  if (button !== null) return button;
  throw new Error(`The markup of a pair has no button for "${action}"; Pair*.astro renders it.`);
}
