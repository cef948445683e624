/** The styles of the dialogs that a page opens late, adopted with the first of them. */
import styles from './engine-dialog.css?inline';

export function adoptDialogStyles(): void {
  if (document.querySelector('dialog.engine-dialog') !== null) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
}
