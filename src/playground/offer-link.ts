/**
 * What must happen in the press of Share itself: Safari lets a page copy at no later time, so the
 * clipboard is promised a link, and the code that makes it is loaded meanwhile. The rest of sharing
 * is in `share.ts`; this much comes with every page.
 */
export interface Offer {
  /** @throws {Error} when there can be no link, in words for the reader */
  link: Promise<string>;
  /** Whether the clipboard has it. */
  copied: Promise<boolean>;
}

/** Call it from the handler of the press, before anything is awaited. */
export function offerLink(link: Promise<string>): Offer {
  const copied = isPhone() ? Promise.resolve(false) : promiseToClipboard(link);
  return { link, copied: copied.catch(() => false) };
}

/** Has a sheet of its own for sharing, so nothing is copied unasked. */
export function isPhone(): boolean {
  return matchMedia('(pointer: coarse)').matches && 'share' in navigator;
}

/** Async, so that a clipboard that is not there is refused like one that is denied. */
async function promiseToClipboard(link: Promise<string>): Promise<true> {
  const text = link.then((url) => new Blob([url], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
  return true;
}
