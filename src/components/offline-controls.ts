/** The element of OfflineControls.astro. */
import { ask, type OfflineState, readState, saveWholeSite } from '../offline/whole-site.ts';

type Action = 'save' | 'cancel' | 'remove';

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

export class OfflineControls extends HTMLElement {
  #worker: ServiceWorker | undefined;
  #saving: AbortController | undefined;

  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button !== null) this.#attempt(() => this.#act(button.dataset.do as Action));
    });
    this.#explainUnkept();
    this.#attempt(() => this.#begin());
  }

  disconnectedCallback(): void {
    this.#saving?.abort();
  }

  /** This page also stands in for one that is not kept. */
  #explainUnkept(): void {
    if (location.pathname === `${import.meta.env.BASE_URL}offline/`) return;
    document.querySelector('[data-unkept]')?.removeAttribute('hidden');
    document.querySelector('[data-title]')?.remove();
  }

  async #begin(): Promise<void> {
    const { serviceWorker } = navigator;
    const registration = serviceWorker && (await settled(serviceWorker.ready));
    this.#worker = registration?.active ?? undefined;
    if (this.#worker === undefined) {
      this.#say(
        'Nothing can be kept here: this browser, or a private window of it, does not let a site keep its pages. Use an ordinary window.',
      );
      return;
    }
    await this.#show();
  }

  async #act(action: Action): Promise<void> {
    if (this.#worker === undefined) return;
    if (action === 'cancel') {
      this.#saving?.abort();
      return;
    }
    if (action === 'save') await this.#save(this.#worker);
    else await ask(this.#worker, { type: 'whole', wanted: false });
    await this.#show();
  }

  async #save(worker: ServiceWorker): Promise<void> {
    const state = await readState(worker);
    const saving = new AbortController();
    this.#saving = saving;
    this.#offer('cancel');
    const progress = this.querySelector('progress');
    const onProgress = (kept: number): void => {
      if (progress) Object.assign(progress, { hidden: false, max: state.bytes, value: kept });
      this.#say(`Keeping the site: ${megabytes(kept)} of ${megabytes(state.bytes)}.`);
    };
    onProgress(keptOf(state));
    try {
      // Asked for, not required: without it the browser may drop the site when space runs out.
      await navigator.storage?.persist?.();
      await saveWholeSite(worker, state, onProgress, saving.signal);
    } catch (error) {
      if (!saving.signal.aborted) throw error;
    } finally {
      if (progress) progress.hidden = true;
      this.#saving = undefined;
    }
  }

  async #show(): Promise<void> {
    if (this.#worker === undefined) return;
    const state = await readState(this.#worker);
    const total = megabytes(state.bytes);
    if (state.whole && state.missing.length === 0) {
      this.#say(`All of it is kept: ${state.files} files, ${total}.`);
      this.#offer('remove');
    } else {
      this.#say(`${total} in all, of which ${megabytes(keptOf(state))} are kept already.`);
      this.#offer('save');
    }
  }

  #attempt(action: () => Promise<void>): void {
    action().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      this.#say(`It could not be kept: ${reason} What came before is kept; try again.`);
      this.#offer('save');
    });
  }

  #say(text: string): void {
    const state = this.querySelector('[data-state]');
    if (state) state.textContent = text;
  }

  #offer(action: Action): void {
    for (const button of this.querySelectorAll('button')) {
      const isOffered = button.dataset.do === action;
      if (button.hidden !== isOffered) continue;
      button.hidden = !isOffered;
      // A button that goes takes the focus with it.
      if (isOffered && this.contains(document.activeElement)) button.focus();
    }
  }
}

function keptOf({ bytes, missing }: OfflineState): number {
  return bytes - missing.reduce((sum, [, size]) => sum + size, 0);
}

/** `ready` never settles where the worker was refused: then there is none. */
function settled<T>(promise: Promise<T>): Promise<T | undefined> {
  return Promise.race([
    promise,
    new Promise<undefined>((resolve) => setTimeout(resolve, 10_000, undefined)),
  ]);
}
