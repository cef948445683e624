/** Copying to the clipboard, said on the button that was pressed. */
import { announce } from './parts.ts';

/** How long a Copy button says that it has copied. */
const COPIED_MS = 1500;

/** @throws {Error} when the browser refuses, with what the reader can do instead */
export async function copy(root: ParentNode, text: string, button: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    const advice = 'Select the text and copy it with the keyboard instead.';
    throw new Error(`The browser did not allow copying. ${advice}`, { cause: error });
  }
  announce(root, 'Copied.');
  button.textContent = 'Copied';
  setTimeout(() => {
    button.textContent = 'Copy';
  }, COPIED_MS);
}
