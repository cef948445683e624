/** A terminal with its buttons and its status, as `PairTerminal.astro` renders them. */
import { findButton, findPart } from './parts.ts';
import { type LoadCommand, Runner } from './runner.ts';
import type { PlaygroundServices } from './services.ts';
import { isActive, type RunState, statusText } from './status-text.ts';
import type { TerminalPort } from './terminal-port.ts';

export interface RunPanelOptions {
  /** Holds the parts; the panel leaves everything else in it alone. */
  root: HTMLElement;
  services: PlaygroundServices;
  /** Accessible name of the terminal. */
  label: string;
  onState: (state: RunState) => void;
}

export class RunPanel {
  readonly #options: RunPanelOptions;
  readonly #runner: Runner;
  /** What the place shows while nothing has run. */
  readonly #idleText: string;

  constructor(options: RunPanelOptions) {
    this.#options = options;
    this.#idleText = findPart(options.root, 'recorded').getAttribute('aria-label') ?? '';
    this.#runner = new Runner({
      openEngine: () => options.services.openEngine(),
      openTerminal: () => this.#openTerminal(),
      onState: (state) => this.#show(state),
    });
  }

  get state(): RunState {
    return this.#runner.state;
  }

  /** What the place shows: what was recorded, or the terminal's text after the last Run. */
  get text(): string {
    const { state, terminal } = this.#runner;
    if (state.kind !== 'idle' && terminal !== undefined) return terminal.text;
    return findPart(this.#options.root, 'recorded').textContent ?? '';
  }

  run(load: LoadCommand): Promise<void> {
    return this.#runner.run(load);
  }

  stop(): void {
    this.#runner.stop();
  }

  reset(): Promise<void> {
    return this.#runner.reset();
  }

  dispose(): void {
    this.#runner.dispose();
    this.#show({ kind: 'idle' });
  }

  async #openTerminal(): Promise<TerminalPort> {
    const { openTerminal } = await import('./terminal.ts');
    this.#showTerminal(true);
    return openTerminal(findPart(this.#options.root, 'terminal'), this.#options.label);
  }

  #showTerminal(shown: boolean): void {
    findPart(this.#options.root, 'terminal').hidden = !shown;
    findPart(this.#options.root, 'recorded').hidden = shown;
  }

  #show(state: RunState): void {
    const { root, onState } = this.#options;
    root.dataset.state = state.kind;
    findPart(root, 'status').textContent = statusText(state, this.#idleText);
    const stop = findButton(root, 'stop');
    // A button that is disabled under the reader's hands would drop the keyboard's place.
    if (!isActive(state) && document.activeElement === stop) findButton(root, 'run').focus();
    stop.disabled = !isActive(state);
    if (state.kind === 'idle') this.#showTerminal(false);
    if (state.kind === 'running') this.#showTerminal(true);
    const message = findPart(root, 'message');
    message.hidden = state.kind !== 'failed';
    message.textContent = state.kind === 'failed' ? state.message : '';
    onState(state);
  }
}
