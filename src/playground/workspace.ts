/** The reader's files in the playground: names, texts, which one starts. Knows nothing of a page. */

export interface WorkspaceState {
  files: Readonly<Record<string, string>>;
  entry: string;
}

const MAX_NAME = 80;

/** Node starts these, and only these. */
export function canStart(name: string): boolean {
  return /\.[cm]?[jt]s$/.test(name);
}

export class Workspace {
  #files: Map<string, string>;
  #entry: string;

  constructor({ files, entry }: WorkspaceState) {
    this.#files = new Map(Object.entries(files));
    this.#entry = entry;
  }

  get names(): string[] {
    return [...this.#files.keys()];
  }

  get files(): ReadonlyMap<string, string> {
    return this.#files;
  }

  get entry(): string {
    return this.#entry;
  }

  get state(): WorkspaceState {
    return { files: Object.fromEntries(this.#files), entry: this.#entry };
  }

  text(name: string): string {
    return this.#files.get(name) ?? '';
  }

  write(name: string, text: string): void {
    this.#files.set(name, text);
  }

  startWith(name: string): void {
    this.#entry = name;
  }

  /** Gives a file another name, at its place in the order. */
  rename(from: string, to: string): void {
    this.#files = new Map(
      [...this.#files].map(([name, text]) => [name === from ? to : name, text]),
    );
    if (this.#entry === from) this.#entry = canStart(to) ? to : this.#firstStart();
  }

  remove(name: string): void {
    this.#files.delete(name);
    if (this.#entry === name) this.#entry = this.#firstStart();
  }

  /** Why `name` can be removed no more than this; undefined when it can. */
  removalProblem(name: string): string | undefined {
    const rest = this.names.filter((other) => other !== name);
    if (rest.some(canStart)) return undefined;
    return `${name} is the only file that Node can start. Add another one first.`;
  }

  /**
   * Why a file cannot be called `name`, with the remedy; undefined when it can.
   * @param renamed the file that gets the name, when it is there already
   */
  nameProblem(name: string, renamed?: string): string | undefined {
    const others = this.names.filter((other) => other !== renamed);
    if (name === '') return 'Give the file a name, such as worker.ts.';
    if (name.length > MAX_NAME) return `A name has at most ${MAX_NAME} characters.`;
    if (!/^[\w.@-]+(\/[\w.@-]+)*$/.test(name) || /(^|\/)\.{1,2}(\/|$)/.test(name)) {
      return 'Use letters, digits, and . - _ only; / stands between folders, as in lib/queue.ts.';
    }
    if (others.includes(name)) return `There is a ${name} already.`;
    const inFile = others.find((other) => name.startsWith(`${other}/`));
    if (inFile !== undefined) return `${inFile} is a file, so it cannot be a folder as well.`;
    if (others.some((other) => other.startsWith(`${name}/`))) {
      return `${name} is a folder, so it cannot be a file as well.`;
    }
    if (renamed !== undefined && !canStart(name) && !others.some(canStart)) {
      return 'One file must keep a name that Node can start: .ts, .mts, .cts, .js, .mjs or .cjs.';
    }
    return undefined;
  }

  #firstStart(): string {
    return this.names.find(canStart) ?? this.#entry;
  }
}
