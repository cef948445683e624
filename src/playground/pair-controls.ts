/**
 * What a pair can do once the reader asks for it: a run is a `RunPanel`'s, an edit an
 * `EditSession`'s. Loaded with the first press of a button, so that reading costs none of it.
 */
import { applyEdits } from '../shared/experiment.ts';
import { loaded } from '../shared/loaded.ts';
import { adoptStyles } from './adopt-styles.ts';
import { bringIntoView } from './bring-into-view.ts';
import { Cleanup } from './cleanup.ts';
import { EditSession } from './edit-session.ts';
import type { Offer } from './offer-link.ts';
import styles from './pair-live.css?inline';
import { announce, findButton, findPart } from './parts.ts';
import { fetchProgram, type Program, programTree } from './program.ts';
import { RunPanel } from './run-panel.ts';
import type { Command } from './run-session.ts';
import { createServices, type PlaygroundServices } from './services.ts';
import { linkOf, share } from './share.ts';

const OF_ANOTHER_PAGE =
  'This link is of another page, or of a version of this one that is gone. ' +
  'Put the part of the link from # on behind the address of the playground to open it there.';

export class PairControls {
  readonly #root: HTMLElement;
  readonly #services: PlaygroundServices;
  readonly #panel: RunPanel;
  readonly #edits: EditSession;
  readonly #cleanup = new Cleanup();
  #program: Program | undefined;

  /** @param root the pair's element; its data attributes name the program */
  constructor(root: HTMLElement) {
    adoptStyles(styles);
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
      openTypes: () => this.#services.openTypes(),
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

  /**
   * Shows the code of the link that the page was opened with. It does not run: somebody else wrote it.
   * @throws {Error} when the link is damaged, or of another page; the reader's edits stay as they are
   */
  async openLink(): Promise<void> {
    await this.restoreKept();
    const { fromFragment } = await loaded(import('./share-link.ts'));
    const { key, files, original } = await fromFragment(location.hash);
    const pairs = [...document.querySelectorAll<HTMLElement>('interleave-pair')];
    const isHere = pairs.some((pair) => pair.dataset.key === key);
    if (!isHere && pairs[0] === this.#root) throw new Error(OF_ANOTHER_PAGE);
    if (key !== this.#root.dataset.key) return;
    const { originals } = this.#edits;
    const known = Object.entries(files).filter(([name]) => Object.hasOwn(originals, name));
    await this.#edits.put('link', Object.fromEntries(known), original);
    // The edit is kept now: a reload must not open the link over what the reader then changes.
    history.replaceState(history.state, '', `${location.pathname}${location.search}`);
    this.#root.scrollIntoView({ block: 'nearest' });
    announce(
      this.#root,
      this.#edits.edited
        ? 'The code of the link is shown. Somebody else wrote it; it has not run.'
        : 'The code of the link is the same as the original.',
    );
  }

  /** The link that Share gives away. @throws {Error} when the program is too large for one */
  link(): Promise<string> {
    const { key = '', original = '' } = this.#root.dataset;
    const { edits, originals, edited } = this.#edits;
    const [entry = ''] = Object.keys(originals);
    const files = { ...originals, ...edits };
    return linkOf(edited ? { key, original, files, entry } : undefined);
  }

  share(button: HTMLElement, offer: Offer): Promise<void> {
    return share(this.#root, button, offer);
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
    bringIntoView(findPart(this.#root, 'status').parentElement, findPart(this.#root, 'place'));
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
