/** The styles of the dialogs that a page opens late, adopted with the first of them. */
import { adoptStyles } from './adopt-styles.ts';
import styles from './engine-dialog.css?inline';

export function adoptDialogStyles(): void {
  adoptStyles(styles);
}
