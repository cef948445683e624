/**
 * The row of buttons at the bottom of an editor. It belongs to the editor and not to the page: pages
 * that are only read carry none of it, and opening an editor moves nothing around it.
 */
import type { Extension } from '@codemirror/state';
import { showPanel } from '@codemirror/view';

export interface ToolButton {
  text: string;
  onPress: () => void;
  /** Whether the button switches something on and off. */
  toggles?: true;
}

export class EditorTools {
  readonly #row = document.createElement('div');

  constructor(label: string) {
    this.#row.className = 'editor-tools';
    this.#row.setAttribute('role', 'toolbar');
    this.#row.setAttribute('aria-label', label);
  }

  get extension(): Extension {
    return showPanel.of(() => ({ dom: this.#row }));
  }

  add({ text, onPress, toggles }: ToolButton): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    if (toggles) button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', onPress);
    this.#row.append(button);
    return button;
  }
}
