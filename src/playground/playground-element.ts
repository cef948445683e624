/**
 * `<interleave-playground>`: files of the reader's own, run in the page. The files are a
 * `Workspace`, their editors `FileTabs`, the terminal a `RunPanel`; here they are joined.
 */
import { loaded } from '../shared/loaded.ts';
import { copy } from './copy.ts';
import { editKey } from './edit-key.ts';
import { FileDialog } from './file-dialog.ts';
import { FileTabs } from './file-tabs.ts';
import { offerLink } from './offer-link.ts';
import { announce, attempt, findButton, findPart } from './parts.ts';
import { fetchProgram, fileTree, type Program } from './program.ts';
import { RunPanel } from './run-panel.ts';
import type { Command } from './run-session.ts';
import { createServices } from './services.ts';
import { openSharedStarter, type SharedStarter } from './shared-starter.ts';
import { browserCapabilities, type Capabilities, isEnough } from './support.ts';
import { canStart, Workspace } from './workspace.ts';

const CHOSEN = 'interleave:playground';

const FROM_LINK =
  'This code came with a link: somebody else wrote it. It runs only when you press Run.';

const FROM_ELSEWHERE =
  'These files were changed in another tab. Reload to see them as they are there; what you change here replaces them.';

const loadShare = () => loaded(import('./share.ts'));

export class PlaygroundElement extends HTMLElement {
  readonly #services = createServices();
  #panel: RunPanel | undefined;
  #tabs: FileTabs | undefined;
  #workspace: Workspace | undefined;
  /** The chosen starter, on its way. Where it did not come, the next press that needs it tries again. */
  #opening: Promise<void> = Promise.resolve();
  #program: Program | undefined;
  #shared: SharedStarter | undefined;
  /** What the engine has of each starter, so that the next run can remove what is gone. */
  readonly #mounted = new Map<string, ReadonlySet<string>>();
  #outdated = false;
  #kept = true;

  /** What the terminal shows. */
  get outputText(): string {
    return this.#panel?.text ?? '';
  }

  connectedCallback(): void {
    if (this.#panel !== undefined) return;
    const has = browserCapabilities(globalThis);
    if (!isEnough(has)) return this.#explain(has);
    this.#panel = new RunPanel({
      root: this,
      services: this.#services,
      label: 'Terminal of the playground',
      load: () => this.#command(),
      onState: ({ kind }) => {
        if (kind === 'running') this.#mounted.set(this.#starters.value, new Set(this.#names));
        this.#showReset();
      },
    });
    this.#tabs = new FileTabs({
      list: findPart(this, 'tabs'),
      panels: findPart(this, 'panels'),
      hintId: findPart(this, 'hint').id,
      original: (name) => this.#program?.files[name]?.source ?? '',
      types: {
        open: () => this.#services.openTypes(),
        files: () => Object.fromEntries(this.#workspace?.files ?? []),
      },
      notice: () => (this.#isFromLink ? FROM_LINK : ''),
      onEdit: (name, text) => this.#change((workspace) => workspace.write(name, text)),
      attempt: (action) => attempt(this, action),
    });
    const dialog = new FileDialog(this.querySelector('dialog') ?? document.createElement('dialog'));
    this.addEventListener('click', (event) => this.#onClick(event, dialog));
    this.addEventListener('keydown', (event) => this.#onKey(event), true);
    const run = findButton(this, 'run');
    for (const type of ['pointerenter', 'focus']) {
      run.addEventListener(type, () => this.#services.preload());
    }
    this.#starters.addEventListener('change', () => this.#chooseStarter());
    this.#entries.addEventListener('change', () => {
      this.#change((workspace) => workspace.startWith(this.#entries.value));
    });
    this.#restoreChoice();
    this.#begin();
    window.addEventListener('hashchange', () => this.#onHash());
    window.addEventListener('storage', ({ key, newValue }) => {
      if (key === editKey(this.#key) && newValue !== null) announce(this, FROM_ELSEWHERE, true);
    });
  }

  /** Loaded as a pair loads it: a part in two chunks would split what they share off every page's. */
  #explain(has: Capabilities): void {
    attempt(
      this,
      loaded(import('./explain-unavailable.ts')).then((module) =>
        module.explainUnavailable(this, has),
      ),
    );
  }

  get #isFromLink(): boolean {
    return this.#shared !== undefined && this.#starters.value === this.#shared.id;
  }

  /** Opens the code of a link as a starter of its own: the reader's files of the others stay. */
  #begin(): void {
    if (!location.hash.startsWith('#code=')) return this.#open();
    this.#workspace = undefined;
    const opening = openSharedStarter(location.hash).then((shared) => {
      this.#starters.querySelector('[data-shared]')?.remove();
      const option = new Option('From a link', shared.id);
      Object.assign(option.dataset, { shared: '', hash: shared.id });
      this.#starters.append(option);
      this.#shared = shared;
      this.#starters.value = shared.id;
      return this.#openStarter();
    });
    // A link that cannot be opened leaves the reader where they were.
    this.#opening = opening.catch(() => this.#openStarter());
    // Said when they are back there: what opens then clears what was said before.
    attempt(
      this,
      this.#opening.then(() => opening),
    );
  }

  /** A link within the page, such as the one to Run, opens nothing anew. */
  #onHash(): void {
    if (location.hash.startsWith('#code=')) return this.#begin();
    if (this.#shared === undefined || !this.#isFromLink) return;
    if (location.hash !== '') {
      // The code of a link is in the address alone: a reload must find it there.
      history.replaceState(history.state, '', this.#shared.fragment);
      return;
    }
    // Back to before the link.
    this.#starters.selectedIndex = 0;
    this.#restoreChoice();
    attempt(this, this.#panel?.reset());
    this.#open();
  }

  get #starters(): HTMLSelectElement {
    return this.#select('starter');
  }

  get #entries(): HTMLSelectElement {
    return this.#select('entry');
  }

  get #names(): string[] {
    return this.#workspace?.names ?? [];
  }

  /** Names the kept edit of the chosen starter. */
  get #key(): string {
    return `playground/${this.#starters.value}`;
  }

  get #hash(): string {
    return this.#starters.selectedOptions[0]?.dataset.hash ?? '';
  }

  #select(name: string): HTMLSelectElement {
    const found = findPart(this, name);
    if (found instanceof HTMLSelectElement) return found;
    throw new Error(`[data-${name}] is no select; Playground.astro renders it.`);
  }

  #restoreChoice(): void {
    try {
      const chosen = localStorage.getItem(CHOSEN);
      const offered = [...this.#starters.options].some(({ value }) => value === chosen);
      if (chosen !== null && offered) this.#starters.value = chosen;
    } catch {
      // Storage is denied: the first starter stands.
    }
  }

  #chooseStarter(): void {
    // The link's address stands only as long as its code is shown.
    if (!this.#isFromLink && location.hash.startsWith('#code=')) {
      history.replaceState(history.state, '', `${location.pathname}${location.search}`);
    }
    try {
      if (!this.#isFromLink) localStorage.setItem(CHOSEN, this.#starters.value);
    } catch {
      // Storage is denied: the choice holds until a reload, as the reader is told of edits.
    }
    attempt(this, this.#panel?.reset());
    this.#open();
  }

  /** Until the chosen starter is there, what is shown belongs to another and takes no edit. */
  #open(): void {
    this.#workspace = undefined;
    this.#opening = this.#openStarter();
    attempt(this, this.#opening);
  }

  async #openStarter(): Promise<void> {
    const key = this.#key;
    this.#program = undefined;
    const kept = this.#services.edits.load(key);
    if (kept !== undefined) this.#show(new Workspace({ entry: '', ...kept }));
    const url = `${this.dataset.starters ?? ''}${this.#starters.value}.json`;
    const program =
      this.#isFromLink && this.#shared !== undefined
        ? this.#shared.program
        : await fetchProgram(url, new AbortController().signal);
    // Meanwhile another may have been chosen.
    if (this.#key !== key) return;
    this.#program = program;
    this.#outdated = kept !== undefined && kept.original !== this.#hash;
    if (kept === undefined) this.#show(this.#pristine(program));
    this.#mark();
    if (kept === undefined) return;
    announce(
      this,
      this.#outdated
        ? 'Your files are shown. They began with an older version of this starter.'
        : 'Your files are shown as you left them. Reset brings the starter back.',
    );
  }

  #pristine({ files, entry }: Program): Workspace {
    const texts = Object.entries(files).map(([name, { source }]) => [name, source]);
    return new Workspace({ files: Object.fromEntries(texts), entry });
  }

  #show(workspace: Workspace): void {
    this.#workspace = workspace;
    const [first = ''] = workspace.names;
    this.#tabs?.show(
      workspace.files,
      workspace.files.has(workspace.entry) ? workspace.entry : first,
    );
    this.#mark();
  }

  #onClick(event: MouseEvent, dialog: FileDialog): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const action = button?.dataset.action;
    if (button === null || action === undefined) return;
    if (action === 'run') this.#run();
    else if (action === 'stop') this.#panel?.stop();
    else if (action === 'engine') attempt(this, this.#chooseEngine());
    else if (action === 'export') attempt(this, this.#panel?.export());
    else if (action === 'share') this.#share(button);
    else if (action === 'reset') attempt(this, this.#askReset(dialog));
    else if (action === 'copy-output') attempt(this, copy(this, this.outputText, button));
    else if (action === 'new-file') attempt(this, this.#newFile(dialog));
    else if (action === 'rename-file') attempt(this, this.#renameFile(dialog));
    else if (action === 'remove-file') attempt(this, this.#removeFile(dialog));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#run();
  }

  #run(): void {
    attempt(this, this.#runOpened());
  }

  /** Run may be pressed before the chosen starter has come. */
  async #runOpened(): Promise<void> {
    if (this.#workspace === undefined) await this.#opened();
    await this.#panel?.run();
  }

  /** @throws {Error} when the chosen starter cannot be loaded now either */
  #opened(): Promise<void> {
    const tried = this.#opening;
    return tried.catch(() => {
      if (this.#opening === tried) this.#opening = this.#openStarter();
      return this.#opening;
    });
  }

  #share(button: HTMLElement): void {
    const offer = offerLink(this.#link());
    attempt(
      this,
      loadShare().then(({ share }) => share(this, button, offer)),
    );
  }

  async #link(): Promise<string> {
    const { linkOf } = await loadShare();
    if (this.#workspace === undefined) await this.#opened();
    const { files, state } = this.#workspace ?? {};
    if (files === undefined || state === undefined) return linkOf(undefined);
    // Its code is in no other place than a link, so such a link always carries it.
    const isWhole = this.#isFromLink || !this.#isPristine(files);
    return linkOf(isWhole ? { key: this.#key, original: this.#hash, ...state } : undefined);
  }

  #command(): Command {
    const { files, entry } = this.#workspace ?? new Workspace({ files: {}, entry: '' });
    const starter = this.#starters.value;
    const removed = [...(this.#mounted.get(starter) ?? [])].filter((name) => !files.has(name));
    return {
      name: 'node',
      args: [entry],
      directory: `${this.dataset.mount ?? ''}/${starter}`,
      tree: fileTree(files, this.#program),
      removed,
    };
  }

  async #chooseEngine(): Promise<void> {
    await this.#panel?.chooseEngine();
  }

  async #askReset(dialog: FileDialog): Promise<void> {
    const edited = this.#workspace !== undefined && !this.#isPristine(this.#workspace.files);
    const title = 'Bring the starter back? What you changed is lost.';
    if (edited && (await dialog.ask({ title, action: 'Reset' })) === undefined) return;
    // Kept files are shown before the starter that they began with has come.
    if (this.#program === undefined) await this.#opened();
    this.#reset();
  }

  #reset(): void {
    if (this.#program === undefined) return;
    this.#outdated = false;
    // The next run begins with an empty directory: what earlier ones wrote is gone too.
    this.#mounted.set(this.#starters.value, new Set(['.']));
    this.#show(this.#pristine(this.#program));
    this.#save();
    attempt(this, this.#panel?.reset());
    findButton(this, 'run').focus();
    announce(this, 'The starter is back.');
  }

  async #newFile(dialog: FileDialog): Promise<void> {
    if (this.#workspace === undefined) await this.#opened();
    const workspace = this.#workspace;
    const name = await dialog.ask({
      title: 'New file',
      action: 'Add',
      name: '',
      problem: (given) => workspace?.nameProblem(given),
    });
    if (name === undefined) return;
    this.#change(() => workspace?.write(name, ''));
    this.#tabs?.add(name, '');
    announce(this, `${name} added.`);
    (await this.#tabs?.choose(name))?.focus();
  }

  async #renameFile(dialog: FileDialog): Promise<void> {
    const workspace = this.#workspace;
    const from = this.#tabs?.current ?? '';
    const to = await dialog.ask({
      title: `Rename ${from}`,
      action: 'Rename',
      name: from,
      problem: (given) => workspace?.nameProblem(given, from),
    });
    if (to === undefined || to === from) return;
    this.#change(() => workspace?.rename(from, to));
    this.#tabs?.rename(from, to, workspace?.text(to) ?? '');
    announce(this, `${from} is now ${to}.`);
  }

  async #removeFile(dialog: FileDialog): Promise<void> {
    const workspace = this.#workspace;
    const name = this.#tabs?.current ?? '';
    const problem = workspace?.removalProblem(name);
    if (problem !== undefined) throw new Error(problem);
    const answer = await dialog.ask({ title: `Delete ${name} and its text?`, action: 'Delete' });
    if (answer === undefined) return;
    this.#change(() => workspace?.remove(name));
    this.#tabs?.remove(name);
    this.#tabs?.focusTab();
    announce(this, `${name} deleted.`);
  }

  #change(edit: (workspace: Workspace) => void): void {
    if (this.#workspace === undefined) return;
    edit(this.#workspace);
    this.#save();
    // Safari lets a page copy at the press of Share alone, and not when this has come after it. Where
    // it cannot be loaded, Share tries again and says so.
    loadShare().catch(() => undefined);
  }

  #save(): void {
    const { state, files } = this.#workspace ?? new Workspace({ files: {}, entry: '' });
    const edit = this.#isPristine(files) ? { files: {} } : state;
    const kept = this.#services.edits.save(this.#key, { original: this.#hash, ...edit });
    if (this.#kept && !kept) {
      announce(this, 'This browser does not let the page keep your files: a reload loses them.');
    }
    this.#kept = kept;
    this.#mark();
  }

  #isPristine(files: ReadonlyMap<string, string>): boolean {
    const program = this.#program;
    if (program === undefined || this.#workspace?.entry !== program.entry) return false;
    const names = Object.keys(program.files);
    return (
      names.length === files.size &&
      names.every((name) => files.get(name) === program.files[name]?.source)
    );
  }

  /** Brings everything beside the editors up to date with the files. */
  #mark(): void {
    const workspace = this.#workspace;
    if (workspace === undefined) return;
    const options = workspace.names.filter(canStart).map((name) => new Option(name, name));
    this.#entries.replaceChildren(...options);
    this.#entries.value = workspace.entry;
    let words = '';
    if (!this.#isPristine(workspace.files)) {
      words = this.#outdated ? 'edit of an older version' : 'edited';
      if (!this.#kept) words = 'edited, not kept';
    }
    findPart(this, 'edited').textContent = words;
    this.#showReset();
  }

  #showReset(): void {
    const edited = this.#workspace !== undefined && !this.#isPristine(this.#workspace.files);
    findButton(this, 'reset').disabled = !edited && this.#panel?.state.kind === 'idle';
  }
}
