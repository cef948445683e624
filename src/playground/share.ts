/**
 * Gives a link away: to the system's own sheet on a phone, else to the clipboard, else in a field
 * from which the reader copies it. Nothing of it is sent anywhere by the page.
 */
import { adoptDialogStyles } from './dialog-styles.ts';
import { isPhone, type Offer } from './offer-link.ts';
import { announce } from './parts.ts';
import { type SharedCode, toFragment } from './share-link.ts';

/** How long the button says that it has copied. */
const COPIED_MS = 1500;

/**
 * @param shared what is edited; absent, the link is that of the page
 * @throws {Error} when the program is too large for a link
 */
export async function linkOf(shared: SharedCode | undefined): Promise<string> {
  const fragment = shared === undefined ? '' : await toFragment(shared);
  return `${location.origin}${location.pathname}${fragment}`;
}

/** @throws {Error} when there can be no link */
export async function share(
  root: ParentNode,
  button: HTMLElement,
  { link, copied }: Offer,
): Promise<void> {
  const url = await link;
  const isOfPage = !url.includes('#');
  const what = isOfPage ? 'Nothing is changed: the link is that of the page' : 'Link';
  if (isPhone() && (await shareOnPhone(url))) return announce(root, `${what} shared.`);
  try {
    if (!(await copied)) await navigator.clipboard.writeText(url);
  } catch {
    return showLink(url); // The browser does not let the page copy, so the reader does.
  }
  announce(root, `${what} copied, ${url.length} characters.`);
  const { textContent } = button;
  button.textContent = 'Copied';
  setTimeout(() => {
    button.textContent = textContent;
  }, COPIED_MS);
}

/** @returns whether the reader was asked by the system; leaving its sheet is an answer too */
async function shareOnPhone(url: string): Promise<boolean> {
  try {
    await navigator.share({ title: document.title, url });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
}

function showLink(url: string): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.share-dialog') ?? create();
  const field = dialog.querySelector('textarea');
  if (field !== null) field.value = url;
  dialog.showModal();
  field?.select();
}

function create(): HTMLDialogElement {
  adoptDialogStyles();
  const dialog = document.createElement('dialog');
  dialog.className = 'engine-dialog share-dialog';
  dialog.setAttribute('aria-labelledby', 'share-dialog-title');
  // Constant markup: the link goes in as a value.
  dialog.innerHTML = `<form method="dialog">
    <h2 id="share-dialog-title">Copy this link</h2>
    <p><label for="share-link">The browser did not let the page copy it.</label></p>
    <textarea id="share-link" rows="4" readonly></textarea>
    <p class="engine-answers"><button>Close</button></p>
  </form>`;
  document.body.append(dialog);
  return dialog;
}
