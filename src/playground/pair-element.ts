/**
 * `<interleave-pair>`: brings a static pair to life. This much comes with every page, so it only
 * listens and copies; the rest loads when the reader first asks for it.
 */
import { loaded } from '../shared/loaded.ts';
import { isDefaultEngine } from './chosen-engine.ts';
import { Cleanup } from './cleanup.ts';
import { copy } from './copy.ts';
import { hasKeptEdit } from './edit-key.ts';
import { offerLink } from './offer-link.ts';
import type { PairControls } from './pair-controls.ts';
import { attempt, findButton, findPart } from './parts.ts';
import { browserCapabilities, type Capabilities, isEnough } from './support.ts';

export class PairElement extends HTMLElement {
  readonly #cleanup = new Cleanup();
  #controls: PairControls | undefined;
  #opening: Promise<PairControls> | undefined;

  /** What the output's place shows: the recording, or the terminal's text after the last Run. */
  get outputText(): string {
    return this.#controls?.outputText ?? this.#textOf('recorded');
  }

  connectedCallback(): void {
    this.#listen('click', (event) => this.#onClick(event));
    this.#offerSame();
    if (this.dataset.program === undefined) return;
    const has = browserCapabilities(globalThis);
    if (isEnough(has)) this.#enable();
    else this.#explain(has);
  }

  disconnectedCallback(): void {
    this.#cleanup.dispose();
  }

  /** Nothing of it is loaded before the reader points at a program, or goes to it. */
  #offerSame(): void {
    if (this.querySelector('[data-same]') === null) return;
    // A tap points first and clicks then: what counts is the last of it.
    let last: Event | undefined;
    let begun = false;
    const begin = (event: Event) => {
      if (begun || !(event.target instanceof Element && event.target.closest('[data-block]')))
        return;
      const isFirst = last === undefined;
      last = event;
      if (isFirst) void load();
    };
    const load = async () => {
      try {
        const { SameLines } = await import('./same-lines.ts');
        const lines = this.#cleanup.use(new SameLines(this));
        begun = true;
        if (last !== undefined) lines.begin(last);
      } catch {
        last = undefined; // The next touch tries again: without it a page is still read.
      }
    };
    this.#listen('pointerover', begin);
    this.#listen('focusin', begin);
    this.#listen('click', begin);
  }

  #enable(): void {
    this.#listen('keydown', (event) => this.#onKey(event), true);
    const run = findButton(this, 'run');
    this.#listen('pointerenter', () => this.#preload(), false, run);
    this.#listen('focus', () => this.#preload(), false, run);
    const hasEdit = hasKeptEdit(this.dataset.key ?? '');
    this.#openLink();
    const openLink = () => this.#openLink();
    window.addEventListener('hashchange', openLink);
    this.#cleanup.defer(() => window.removeEventListener('hashchange', openLink));
    if (hasEdit || !isDefaultEngine()) this.#do((controls) => controls.restoreKept());
  }

  #explain(has: Capabilities): void {
    attempt(
      this,
      loaded(import('./explain-unavailable.ts')).then((module) =>
        module.explainUnavailable(this, has),
      ),
    );
  }

  /** `share-link.ts` makes such addresses. */
  #openLink(): void {
    if (location.hash.startsWith('#code=')) this.#do((controls) => controls.openLink());
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
    else if (action === 'stop') this.#controls?.stop();
    else if (action === 'copy-source') this.#copy(this.#sourceText(button), button);
    else if (action === 'copy-recording') this.#copy(this.#textOf('recording'), button);
    else if (action === 'copy-output') this.#copy(this.outputText, button);
    else if (action === 'play') this.#play(button);
    else if (action === 'share') this.#share(button);
    else this.#do((controls) => controls.act(action, button));
  }

  #share(button: HTMLButtonElement): void {
    const offer = offerLink(this.#open().then((controls) => controls.link()));
    this.#do((controls) => controls.share(button, offer));
  }

  /** Captured, because the editor has its own use for Ctrl-Enter. */
  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#run();
  }

  #run(): void {
    const status = findPart(this, 'status');
    const idle = status.textContent;
    if (this.#controls === undefined) status.textContent = 'Loading…';
    this.#do(
      (controls) => controls.run(),
      () => {
        status.textContent = idle;
      },
    );
  }

  /** Does `action` with the controls, which it loads; says so when that fails. */
  #do(action: (controls: PairControls) => Promise<void>, onUnloaded?: () => void): void {
    const opened = this.#open();
    opened.catch(() => onUnloaded?.());
    attempt(this, opened.then(action));
  }

  #open(): Promise<PairControls> {
    this.#opening ??= loaded(import('./pair-controls.ts')).then(({ PairControls }) => {
      const controls = new PairControls(this);
      this.#controls = controls;
      this.#cleanup.defer(() => {
        controls.dispose();
        this.#controls = undefined;
        this.#opening = undefined;
      });
      return controls;
    });
    const opening = this.#opening;
    opening.catch(() => {
      // The next press tries again.
      if (this.#opening === opening) this.#opening = undefined;
    });
    return opening;
  }

  #preload(): void {
    // A failure shows when Run needs the code; there is nothing to say before.
    this.#open().then(
      (controls) => controls.preload(),
      () => undefined,
    );
  }

  #textOf(name: string): string {
    return this.querySelector(`[data-${name}]`)?.textContent ?? '';
  }

  #sourceText(button: HTMLElement): string {
    const block = button.closest('[data-source]')?.querySelector('[data-block]');
    return this.#controls?.textAt(button) ?? block?.textContent ?? '';
  }

  /** Apart from the controls: it is for where these cannot run anything. */
  #play(button: HTMLElement): void {
    attempt(
      this,
      loaded(import('./playback.ts')).then(({ play }) => play(this, button)),
    );
  }

  #copy(text: string, button: HTMLElement): void {
    attempt(this, copy(this, text, button));
  }
}
