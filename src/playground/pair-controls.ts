/**
 * What a pair can do once the reader asks for it: a run is a `RunPanel`'s, an edit an
 * `EditSession`'s. Loaded with the first press of a button, so that reading costs none of it.
 */
import { announce } from './announce.ts';
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
  #program: Program | undefined;

  /** @param root the pair's element; its data attributes name the program */
  constructor(root: HTMLElement) {
    const { key = '', original = '' } = root.dataset;
    this.#root = root;
    this.#services = createServices();
    this.#edits = new EditSession({
      store: this.#services.edits,
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

  async chooseEngine(): Promise<void> {
    await this.#panel.chooseEngine();
  }

  export(): Promise<void> {
    return this.#panel.export();
  }

  stop(): void {
    this.#panel.stop();
  }

  edit(node: Node): Promise<void> {
    return this.#edits.edit(node);
  }

  async reset(): Promise<void> {
    this.#edits.reset();
    const settled = this.#panel.reset();
    findButton(this.#root, 'run').focus();
    await settled;
  }

  /** The text of the file that `node` belongs to, as it stands. */
  textAt(node: Node): string | undefined {
    return this.#edits.textAt(node);
  }

  dispose(): void {
    this.#panel.dispose();
    this.#edits.dispose();
  }

  async #load(signal: AbortSignal): Promise<Command> {
    const { edits } = this.#edits;
    const { program = '', mount = '' } = this.#root.dataset;
    this.#program ??= await fetchProgram(program, signal);
    const { entry } = this.#program;
    return {
      name: 'node',
      args: [entry],
      directory: mount,
      tree: programTree(this.#program, edits),
    };
  }

  #showReset(): void {
    const pristine = !this.#edits.edited && this.#panel.state.kind === 'idle';
    for (const button of this.#root.querySelectorAll('button[data-action="reset"]')) {
      button.toggleAttribute('disabled', pristine);
    }
  }
}
