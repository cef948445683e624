/** Asks for the name of a file, or whether to remove one. */
import { findPart } from './parts.ts';

export interface Question {
  title: string;
  /** What the button says that does it. */
  action: string;
  /** The name to begin with; without one, the question is only whether. */
  name?: string;
  /** Why a name will not do; undefined when it will. */
  problem?: (name: string) => string | undefined;
}

export class FileDialog {
  readonly #dialog: HTMLDialogElement;

  /** @param dialog as `Playground.astro` renders it */
  constructor(dialog: HTMLDialogElement) {
    this.#dialog = dialog;
    findPart(dialog, 'cancel').addEventListener('click', () => dialog.close());
  }

  /** The name that the reader gave, or undefined when the reader thought better of it. */
  ask({ title, action, name, problem }: Question): Promise<string | undefined> {
    const dialog = this.#dialog;
    const field = findPart(dialog, 'field');
    const input = dialog.querySelector('input');
    const form = dialog.querySelector('form');
    findPart(dialog, 'title').textContent = title;
    findPart(dialog, 'accept').textContent = action;
    const error = findPart(dialog, 'problem');
    error.textContent = '';
    field.hidden = name === undefined;
    if (input !== null) {
      input.value = name ?? '';
      input.disabled = name === undefined;
      input.removeAttribute('aria-invalid');
    }
    return new Promise((resolve) => {
      let answer: string | undefined;
      const accept = (event: SubmitEvent) => {
        event.preventDefault();
        const given = input?.value.trim() ?? '';
        const wrong = problem?.(given);
        error.textContent = wrong ?? '';
        input?.toggleAttribute('aria-invalid', wrong !== undefined);
        if (wrong !== undefined) return input?.focus();
        answer = given;
        dialog.close();
      };
      form?.addEventListener('submit', accept);
      dialog.addEventListener(
        'close',
        () => {
          form?.removeEventListener('submit', accept);
          resolve(answer);
        },
        { once: true },
      );
      dialog.showModal();
      if (name === undefined) findPart(dialog, 'accept').focus();
      else input?.setSelectionRange(0, stemLength(name));
    });
  }
}

/** The part of a name that a rename usually changes: without its extension. */
function stemLength(name: string): number {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? dot : name.length;
}
