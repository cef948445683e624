/** The keys of the site, shown on `?`. Loaded then. */
import { adoptDialogStyles } from '../../playground/dialog-styles.ts';

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['/ or Ctrl-K', 'Search'],
  ['?', 'This list'],
  ['Tab, Enter', 'Go to a button and press it'],
  ['Ctrl-Enter or ⌘-Enter', 'Run the program that you are in'],
  ['Escape', 'Stop it; in the terminal Ctrl-C, because Escape is the program’s key there'],
  ['Tab', 'Leave the terminal; in the editor it indents'],
  ['Escape, then Tab', 'Leave the editor'],
  ['Ctrl-F or ⌘-F', 'Find in the editor'],
  ['F8', 'The next error in the editor'],
  ['↓ and ↑', 'On marked lines of a program: the next and the previous ones'],
  ['Enter', 'On marked lines: those that do the same in the other language'],
  ['← and →', 'Between the files of the playground'],
];

function create(): HTMLDialogElement {
  adoptDialogStyles();
  const dialog = document.createElement('dialog');
  dialog.className = 'engine-dialog keyboard-help';
  dialog.setAttribute('aria-labelledby', 'keyboard-help-title');
  const rows = KEYS.map(([keys, does]) => `<dt><kbd>${keys}</kbd></dt><dd>${does}</dd>`).join('');
  dialog.innerHTML = `<form method="dialog">
    <h2 id="keyboard-help-title" tabindex="-1" autofocus>Keys</h2>
    <dl>${rows}</dl>
    <p class="engine-answers"><button>Close</button></p>
  </form>`;
  document.body.append(dialog);
  return dialog;
}

export function showKeyboardHelp(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.keyboard-help') ?? create();
  if (!dialog.open) dialog.showModal();
}
