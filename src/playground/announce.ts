/**
 * Tells the reader something through the live region of a pair.
 * @param seen whether the sentence is also shown, because nothing else on the page says it
 */
import { findPart } from './parts.ts';

export function announce(root: ParentNode, sentence: string, seen = false): void {
  const notice = findPart(root, 'announce');
  notice.textContent = sentence;
  notice.className = seen ? 'pair-notice' : 'visually-hidden';
}

/** Waits for something that the reader asked for, and says why when it does not happen. */
export function attempt(root: ParentNode, action: Promise<void> | undefined): void {
  announce(root, '');
  action?.catch((error: unknown) => {
    announce(root, error instanceof Error ? error.message : String(error), true);
  });
}
