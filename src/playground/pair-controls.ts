/**
 * What a pair can do once the reader asks for it: a run is a `RunPanel`'s, an edit an
 * `EditSession`'s. Loaded with the first press of a button, so that reading costs none of it.
 */
import { applyEdits } from '../shared/experiment.ts';
import { announce } from './announce.ts';
import { Cleanup } from './cleanup.ts';
import { EditSession } from './edit-session.ts';
import { findButton } from './parts.ts';
import { fetchProgram, type Program, programTree } from './program.ts';
import { RunPanel } from './run-panel.ts';
import type { Command } from './run-session.ts';
import { createServices, type PlaygroundServices } from './services.ts';

export class PairControls {
  readonly #root: HTMLElement;
  readonly #services: PlaygroundServices;
  readonly #panel: RunPanel;
  readonly #edits: EditSession;
  readonly #cleanup = new Cleanup();
  #program: Program | undefined;

  /** @param root the pair's element; its data attributes name the program */
  constructor(root: HTMLElement) {
    const { key = '', original = '' } = root.dataset;
    this.#root = root;
    this.#services = createServices();
    this.#edits = new EditSession({
      store: this.#services.edits,
      root,
      key,
      originalHash: original,
      roots: root.querySelectorAll<HTMLElement>('[data-language="typescript"] [data-source]'),
      onChange: () => this.#showReset(),
      announce: (sentence) => announce(root, sentence),
    });
    this.#panel = new RunPanel({
      root,
      services: this.#services,
      label: `Terminal of ${key}`,
      load: (signal) => this.#load(signal),
      onState: () => this.#showReset(),
    });
    const onKey = (event: KeyboardEvent) => this.#onKey(event);
    root.addEventListener('keydown', onKey);
    this.#cleanup.defer(() => root.removeEventListener('keydown', onKey));
  }

  get outputText(): string {
    return this.#panel.text;
  }

  preload(): void {
    this.#services.preload();
  }

  restoreKept(): Promise<void> {
    return this.#edits.restoreKept();
  }

  run(): Promise<void> {
    return this.#panel.run();
  }

  stop(): void {
    this.#panel.stop();
  }

  /** Does what a button of the pair is for. */
  async act(action: string, button: HTMLButtonElement): Promise<void> {
    if (action === 'engine') await this.#panel.chooseEngine();
    else if (action === 'export') await this.#panel.export();
    else if (action === 'edit') await this.#edits.edit(button);
    else if (action === 'reset') await this.#reset();
    else if (action === 'experiment') await this.#experiment(button.dataset.experiment ?? '');
    else throw new Error(`No part of a pair does “${action}”; Pair*.astro renders such a button.`);
  }

  /** Makes the change of an experiment in the original files, and runs them. */
  async #experiment(id: string): Promise<void> {
    this.preload();
    const { experiments = [] } = await this.#fetch(new AbortController().signal);
    const experiment = experiments.find((candidate) => candidate.id === id);
    if (experiment === undefined) {
      throw new Error('This experiment is of another version of the page. Reload the page.');
    }
    const { originals } = this.#edits;
    await this.#edits.put('experiment', applyEdits(originals, experiment.edits));
    announce(this.#root, `${experiment.title}: changed. Reset brings the original back.`);
    await this.run();
  }

  async #reset(): Promise<void> {
    await this.#edits.reset();
    const settled = this.#panel.reset();
    findButton(this.#root, 'run').focus();
    await settled;
  }

  /** The text of the file that `node` belongs to, as it stands. */
  textAt(node: Node): string | undefined {
    return this.#edits.textAt(node);
  }

  dispose(): void {
    this.#cleanup.dispose();
    this.#panel.dispose();
    this.#edits.dispose();
  }

  async #load(signal: AbortSignal): Promise<Command> {
    const { edits } = this.#edits;
    const { mount = '' } = this.#root.dataset;
    const program = await this.#fetch(signal);
    const { entry } = program;
    return {
      name: 'node',
      args: [entry],
      directory: mount,
      tree: programTree(program, edits),
    };
  }

  async #fetch(signal: AbortSignal): Promise<Program> {
    this.#program ??= await fetchProgram(this.#root.dataset.program ?? '', signal);
    return this.#program;
  }

  /** Escape stops, but for where it means something else: in the terminal it is the program's key. */
  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const inTerminal = event.target instanceof Element && event.target.closest('[data-terminal]');
    if (!inTerminal) this.stop();
  }

  #showReset(): void {
    const pristine = !this.#edits.edited && this.#panel.state.kind === 'idle';
    for (const button of this.#root.querySelectorAll('button[data-action="reset"]')) {
      button.toggleAttribute('disabled', pristine);
    }
  }
}
