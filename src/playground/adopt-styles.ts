/** Styles of what a page shows late: they come with the code that shows it, and weigh on no page before. */
const adopted = new Set<string>();

/** @param styles the text of a stylesheet, as an import with `?inline` gives it */
export function adoptStyles(styles: string): void {
  if (adopted.has(styles)) return;
  adopted.add(styles);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
}
