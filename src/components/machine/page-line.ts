import { wholeAddress } from './whole-address.ts';

/** A line of a list of pages, with the address of the page as Markdown. */
export function pageLine(title: string, path: string, summary: string): string {
  return `- [${title}](${wholeAddress(path)}index.md): ${summary}`;
}
