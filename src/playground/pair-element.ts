/**
 * `<interleave-pair>`: brings a static pair to life. Only wiring stands here; a run is a `Runner`'s,
 * an edit is an `EditSession`'s, and both load their code when the reader first asks for it.
 */
import { Cleanup } from './cleanup.ts';
import { EditSession } from './edit-session.ts';
import { findButton, findPart } from './parts.ts';
import { Runner } from './runner.ts';
import type { PlaygroundServices } from './services.ts';
import { isActive, type RunState, statusText } from './status-text.ts';
import type { TerminalPort } from './terminal-port.ts';

/** How long a Copy button says that it has copied. */
const COPIED_MS = 1500;

export abstract class PairElement extends HTMLElement {
  readonly #cleanup = new Cleanup();
  #runner: Runner | undefined;
  #edits: EditSession | undefined;
  #idleText = '';

  protected abstract get services(): PlaygroundServices;

  /** What the output's place shows: the recording, or the terminal's text after the last Run. */
  get outputText(): string {
    if (this.#runner?.state.kind === 'idle' || this.#runner?.terminal === undefined) {
      return this.#textOf('recorded');
    }
    return this.#runner.terminal.text;
  }

  connectedCallback(): void {
    this.#listen('click', (event) => this.#onClick(event));
    if (this.dataset.program === undefined) return;
    const { missing } = this.services;
    if (missing.length > 0) this.#explain(missing);
    else this.#enable(this.dataset.program);
  }

  disconnectedCallback(): void {
    this.#cleanup.dispose();
  }

  #enable(programUrl: string): void {
    this.#idleText = findPart(this, 'status').textContent ?? '';
    const runner = new Runner({
      openEngine: () => this.services.openEngine(),
      programUrl,
      mountPoint: this.dataset.mount ?? '',
      openTerminal: () => this.#openTerminal(),
      onState: (state) => this.#showState(state),
    });
    const edits = new EditSession({
      store: this.services.edits,
      key: this.dataset.key ?? '',
      originalHash: this.dataset.original ?? '',
      roots: this.querySelectorAll<HTMLElement>('[data-language="typescript"] [data-source]'),
      onChange: () => this.#showReset(),
      announce: (sentence) => this.#announce(sentence),
    });
    this.#runner = runner;
    this.#edits = edits;
    this.#cleanup.defer(() => {
      runner.dispose();
      edits.dispose();
      this.#showState({ kind: 'idle' });
    });
    this.#listen('keydown', (event) => this.#onKey(event), true);
    const run = findButton(this, 'run');
    this.#listen('pointerenter', () => this.services.preload(), false, run);
    this.#listen('focus', () => this.services.preload(), false, run);
    this.#attempt(edits.restoreKept());
  }

  #listen<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    capture = false,
    target: HTMLElement = this,
  ): void {
    target.addEventListener(type, listener, capture);
    this.#cleanup.defer(() => target.removeEventListener(type, listener, capture));
  }

  #onClick(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button?.dataset.action !== undefined) this.#act(button.dataset.action, button);
  }

  #act(action: string, button: HTMLButtonElement): void {
    if (action === 'run') this.#run();
    else if (action === 'stop') this.#runner?.stop();
    else if (action === 'edit') this.#attempt(this.#edits?.edit(button));
    else if (action === 'reset') this.#reset();
    else if (action === 'copy-source') this.#attempt(this.#copy(this.#sourceText(button), button));
    else if (action === 'copy-recording')
      this.#attempt(this.#copy(this.#textOf('recording'), button));
    else if (action === 'copy-output') this.#attempt(this.#copy(this.outputText, button));
  }

  /** Captured, because the editor has its own use for Ctrl-Enter. */
  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#run();
  }

  #run(): void {
    this.#attempt(this.#runner?.run(this.#edits?.edits ?? {}));
  }

  #reset(): void {
    this.#edits?.reset();
    this.#attempt(this.#runner?.reset());
    findButton(this, 'run').focus();
  }

  async #openTerminal(): Promise<TerminalPort> {
    const { openTerminal } = await import('./terminal.ts');
    this.#showTerminal(true);
    return openTerminal(
      findPart(this, 'terminal'),
      `Terminal of ${this.dataset.key ?? 'a program'}`,
    );
  }

  #showTerminal(shown: boolean): void {
    findPart(this, 'terminal').hidden = !shown;
    findPart(this, 'recorded').hidden = shown;
  }

  #showState(state: RunState): void {
    this.dataset.state = state.kind;
    findPart(this, 'status').textContent = statusText(state, this.#idleText);
    const stop = findButton(this, 'stop');
    // A button that is disabled under the reader's hands would drop the keyboard's place.
    if (!isActive(state) && document.activeElement === stop) findButton(this, 'run').focus();
    stop.disabled = !isActive(state);
    if (state.kind === 'idle') this.#showTerminal(false);
    if (state.kind === 'running') this.#showTerminal(true);
    const message = findPart(this, 'message');
    message.hidden = state.kind !== 'failed';
    message.textContent = state.kind === 'failed' ? state.message : '';
    this.#showReset();
  }

  #showReset(): void {
    const pristine =
      this.#edits?.edited !== true && (this.#runner?.state.kind ?? 'idle') === 'idle';
    for (const button of this.querySelectorAll('button[data-action="reset"]')) {
      button.toggleAttribute('disabled', pristine);
    }
  }

  #explain(missing: readonly string[]): void {
    findPart(this, 'controls').hidden = true;
    for (const button of this.querySelectorAll<HTMLElement>(
      '[data-action="edit"], [data-action="reset"]',
    )) {
      button.hidden = true;
    }
    const explanation = findPart(this, 'unavailable');
    explanation.textContent = `Programs cannot run here. ${missing.join(' ')}`;
    explanation.hidden = false;
  }

  #textOf(name: string): string {
    return this.querySelector(`[data-${name}]`)?.textContent ?? '';
  }

  #sourceText(button: HTMLElement): string {
    const block = button.closest('[data-source]')?.querySelector('[data-block]');
    return this.#edits?.textAt(button) ?? block?.textContent ?? '';
  }

  async #copy(text: string, button: HTMLElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch (error) {
      const advice = 'Select the text and copy it with the keyboard instead.';
      throw new Error(`The browser did not allow copying. ${advice}`, { cause: error });
    }
    this.#announce('Copied.');
    button.textContent = 'Copied';
    const timer = setTimeout(() => {
      button.textContent = 'Copy';
    }, COPIED_MS);
    this.#cleanup.defer(() => clearTimeout(timer));
  }

  /** Waits for something that the reader asked for, and says why when it does not happen. */
  #attempt(action: Promise<void> | undefined): void {
    this.#announce('');
    action?.catch((error: unknown) => {
      this.#announce(error instanceof Error ? error.message : String(error), true);
    });
  }

  /** @param seen whether the sentence is also shown, because nothing else on the page says it */
  #announce(sentence: string, seen = false): void {
    const notice = findPart(this, 'announce');
    notice.textContent = sentence;
    notice.className = seen ? 'pair-notice' : 'visually-hidden';
  }
}
