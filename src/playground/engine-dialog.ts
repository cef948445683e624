/**
 * The engine switch: what each engine is, what choosing the other one means, and the choice. Loaded
 * when it is opened for the first time.
 */
import type { EngineName } from '../engine/engine.ts';
import { chosenEngine } from './chosen-engine.ts';
import { adoptDialogStyles } from './dialog-styles.ts';
import { engineTitles } from './engine-choice.ts';

const descriptions: Readonly<Record<EngineName, string>> = {
  embedded: `This site’s own engine. It starts in milliseconds and works offline. Threads, child
    processes, timers, files and streams behave as in Node; npm packages, network and native code
    are not there.`,
  webcontainer: `StackBlitz’s Node.js, whole: npm packages, servers, a shell. It takes seconds to
    start. It cannot interrupt a busy loop, loses AsyncLocalStorage after an await, and has not been
    tested by this site against the real service.`,
};

const thirdParty = `<strong>A third party.</strong> WebContainer is loaded from stackblitz.com, which
  then knows your address and may keep data in this browser; nothing is asked of it before you choose
  it. Your programs still run on your own machine. It is proprietary, under
  <a href="https://stackblitz.com/terms-of-service" rel="noreferrer">StackBlitz’s terms</a>: production
  use for profit needs <a href="https://webcontainers.io/enterprise" rel="noreferrer">their licence</a>.`;

const names: readonly EngineName[] = ['embedded', 'webcontainer'];

function option(name: EngineName): string {
  return `<p class="engine-option">
    <input type="radio" name="engine" value="${name}" id="engine-${name}" aria-describedby="engine-${name}-is">
    <label for="engine-${name}">${engineTitles[name]}</label>
    <span id="engine-${name}-is">${descriptions[name]}</span>
  </p>`;
}

function create(): HTMLDialogElement {
  adoptDialogStyles();
  const dialog = document.createElement('dialog');
  dialog.className = 'engine-dialog choice-dialog';
  dialog.setAttribute('aria-labelledby', 'engine-dialog-title');
  // Constant markup: nothing of the reader's goes into it.
  dialog.innerHTML = `<form method="dialog">
    <h2 id="engine-dialog-title">Where programs run</h2>
    <fieldset><legend class="visually-hidden">Engine</legend>${names.map(option).join('')}</fieldset>
    <p class="engine-terms">${thirdParty}</p>
    <p class="engine-answers">
      <button value="use">Use this engine</button>
      <button value="cancel" formnovalidate>Cancel</button>
    </p>
  </form>`;
  document.body.append(dialog);
  return dialog;
}

function dialogOfPage(): HTMLDialogElement {
  return document.querySelector<HTMLDialogElement>('dialog.choice-dialog') ?? create();
}

/**
 * Asks the reader.
 * @param proposed stands chosen when the dialog opens
 * @returns the engine that was chosen, or undefined when the reader left it
 */
export function askForEngine(proposed = chosenEngine()): Promise<EngineName | undefined> {
  const dialog = dialogOfPage();
  const radios = [...dialog.querySelectorAll<HTMLInputElement>('input[name="engine"]')];
  for (const radio of radios) radio.checked = radio.value === proposed;
  dialog.returnValue = 'cancel';
  dialog.showModal();
  radios.find((radio) => radio.checked)?.focus();
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => {
        const chosen = names.find((name) => radios.some((r) => r.checked && r.value === name));
        resolve(dialog.returnValue === 'use' ? chosen : undefined);
      },
      { once: true },
    );
  });
}
