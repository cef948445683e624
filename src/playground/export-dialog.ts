/** Asks where a program is to go: to a file, or to stackblitz.com, which is then told. */
import { adoptDialogStyles } from './dialog-styles.ts';

export type Destination = 'download' | 'stackblitz';

function create(): HTMLDialogElement {
  adoptDialogStyles();
  const dialog = document.createElement('dialog');
  dialog.className = 'engine-dialog export-dialog';
  dialog.setAttribute('aria-labelledby', 'export-dialog-title');
  // Constant markup: nothing of the reader's goes into it.
  dialog.innerHTML = `<form method="dialog">
    <h2 id="export-dialog-title">Take the program with you</h2>
    <p id="export-download-is">An archive with the files, a package.json and a README. Unpacked, it
      runs with <code>npm start</code> on Node 22.18 or newer.</p>
    <p class="engine-answers"><button value="download" aria-describedby="export-download-is">Download</button></p>
    <p class="engine-terms" id="export-stackblitz-is"><strong>A third party.</strong> This sends the
      files to stackblitz.com, in a new tab, under
      <a href="https://stackblitz.com/terms-of-service" rel="noreferrer">their terms</a>.</p>
    <p class="engine-answers">
      <button value="stackblitz" aria-describedby="export-stackblitz-is">Open in StackBlitz</button>
      <button value="">Cancel</button>
    </p>
  </form>`;
  document.body.append(dialog);
  return dialog;
}

/** @returns undefined when the reader left it */
export function askForDestination(): Promise<Destination | undefined> {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.export-dialog') ?? create();
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => {
        const { returnValue } = dialog;
        const known = returnValue === 'download' || returnValue === 'stackblitz';
        resolve(known ? returnValue : undefined);
      },
      { once: true },
    );
  });
}
