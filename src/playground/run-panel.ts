/**
 * A terminal with its buttons and its status, as `PairTerminal.astro` renders them: runs, the switch
 * between the engines, and what can be done when one of them fails.
 */
import type { EngineName } from '../engine/engine.ts';
import { loaded } from '../shared/loaded.ts';
import { chosenEngine } from './chosen-engine.ts';
import { chooseEngine, engineTitles, onEngineChange } from './engine-choice.ts';
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
  /** What Run starts. */
  load: LoadCommand;
  onState: (state: RunState) => void;
}

/** How the embedded engine, and Node without packages, say that a program needs more. */
const DECLINED =
  /ERR_METHOD_NOT_IMPLEMENTED|ERR_UNKNOWN_BUILTIN_MODULE|Cannot find (?:package|module) '[^./]/;

export class RunPanel {
  readonly #options: RunPanelOptions;
  readonly #runner: Runner;
  readonly #switch: HTMLButtonElement;
  readonly #choice: { dispose(): void };
  /** What the place shows while nothing has run. */
  readonly #idleText: string;
  #shell: HTMLElement | undefined;

  constructor(options: RunPanelOptions) {
    this.#options = options;
    this.#switch = findButton(options.root, 'engine');
    this.#idleText = findPart(options.root, 'recorded').getAttribute('aria-label') ?? '';
    this.#runner = new Runner({
      openEngine: (boot) => options.services.openEngine(chosenEngine(), boot),
      openTerminal: () => this.#openTerminal(),
      onState: (state) => this.#show(state),
    });
    this.#choice = onEngineChange(() => this.#showEngine());
    this.#showEngine();
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

  run(): Promise<void> {
    return this.#runner.run(this.#options.load);
  }

  stop(): void {
    this.#runner.stop();
  }

  reset(): Promise<void> {
    return this.#runner.reset();
  }

  /** Lets the reader choose the engine; answers whether one was chosen. */
  async chooseEngine(proposed?: EngineName): Promise<boolean> {
    const { askForEngine } = await loaded(import('./engine-dialog.ts'));
    const chosen = await askForEngine(proposed);
    if (chosen === undefined) return false;
    if (chosen !== chosenEngine()) {
      chooseEngine(chosen);
      await this.reset();
    }
    return true;
  }

  /** Lets the reader take the program elsewhere. */
  async export(): Promise<void> {
    const [{ askForDestination }, { downloadProject, openInStackBlitz }] = await loaded(
      Promise.all([import('./export-dialog.ts'), import('./export-project.ts')]),
    );
    const destination = await askForDestination();
    if (destination === undefined) return;
    const { tree, args } = await this.#options.load(new AbortController().signal);
    const [title = ''] = document.title.split(' · ');
    const project = { title, address: location.href, entry: args[0] ?? '', tree };
    if (destination === 'download') downloadProject(project);
    else openInStackBlitz(project);
  }

  dispose(): void {
    this.#choice.dispose();
    this.#runner.dispose();
    this.#show({ kind: 'idle' });
  }

  /** A shell in the program's directory, where the engine has one. */
  #runShell(): Promise<void> {
    return this.#runner.run(async (signal) => {
      const command = await this.#options.load(signal);
      return { ...command, name: 'jsh', args: [] };
    });
  }

  async #openTerminal(): Promise<TerminalPort> {
    const { openTerminal } = await loaded(import('./terminal.ts'));
    this.#showTerminal(true);
    return openTerminal(findPart(this.#options.root, 'terminal'), this.#options.label);
  }

  #showTerminal(shown: boolean): void {
    findPart(this.#options.root, 'terminal').hidden = !shown;
    findPart(this.#options.root, 'recorded').hidden = shown;
  }

  #showEngine(): void {
    const engine = chosenEngine();
    this.#switch.textContent = engineTitles[engine];
    this.#switch.setAttribute('aria-label', `Engine: ${engineTitles[engine]}`);
    this.#shell?.remove();
    this.#shell = undefined;
    if (engine !== 'webcontainer') return;
    this.#shell = document.createElement('span');
    this.#shell.className = 'pair-buttons pair-shell';
    this.#shell.append(button('Shell', () => void this.#runShell()));
    findPart(this.#options.root, 'status').after(this.#shell);
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
    this.#showMessage(state);
    onState(state);
  }

  #showMessage(state: RunState): void {
    const message = findPart(this.#options.root, 'message');
    const parts = state.kind === 'failed' ? this.#failure(state) : this.#offer(state);
    message.classList.toggle('pair-offer', state.kind !== 'failed');
    message.replaceChildren(...parts);
    message.hidden = parts.length === 0;
  }

  #failure({ message, recovery }: Extract<RunState, { kind: 'failed' }>): (Node | string)[] {
    const answers = document.createElement('p');
    answers.className = 'pair-answers';
    const again =
      recovery === 'retry'
        ? button('Try again', () => void this.run())
        : button('Reload the page', () => location.reload());
    answers.append(again);
    if (chosenEngine() !== 'embedded') {
      const embedded = () => {
        chooseEngine('embedded');
        void this.run();
      };
      answers.append(button('Run with the embedded engine', embedded));
    }
    const playback = this.#options.root.querySelector<HTMLElement>('[data-playback] button');
    if (playback !== null) {
      answers.append(button('Play the recording instead', () => playback.click()));
    }
    return [message, answers];
  }

  /** What the embedded engine declines, the other one has. */
  #offer(state: RunState): (Node | string)[] {
    const isOver = state.kind === 'exited' && state.code !== 0;
    if (!isOver || chosenEngine() !== 'embedded' || !DECLINED.test(this.text)) return [];
    const accept = async () => {
      if (await this.chooseEngine('webcontainer')) await this.run();
    };
    return [
      'The embedded engine does not have this. ',
      button('Run in WebContainer', () => void accept()),
    ];
  }
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', onClick);
  return made;
}
