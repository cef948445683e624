/**
 * The files of `content/patterns/`, as text: the only copies, shown here, run by the reader and
 * checked by `npm run verify`. Globbing them makes `astro dev` reload a page when a sample changes.
 */
export interface SourceFile {
  name: string;
  text: string;
}

export type Variant = 'main' | 'given';

const fixes: Readonly<Record<string, string>> = {
  'main.py': 'Add the Python sample.',
  'main.ts': 'Add the TypeScript port.',
  'given.py': 'Add the sample as the material gives it, or drop variant="given".',
  'given.py.runs.json': 'Record it with `npm run verify -- --record-given`.',
};

function fixFor(name: string): string {
  return fixes[name] ?? 'Record it with `npm run verify -- --record`.';
}

export class PatternFiles {
  readonly #texts: Readonly<Record<string, string>>;

  /** @param texts every file under `/content/patterns/`, by its path from the project's root */
  constructor(texts: Readonly<Record<string, string>>) {
    this.#texts = texts;
  }

  find(pattern: string, name: string): string | undefined {
    return this.#texts[`/content/patterns/${pattern}/${name}`];
  }

  /** @throws {Error} naming the file and the fix; it fails the build */
  read(pattern: string, name: string): string {
    const text = this.find(pattern, name);
    if (text !== undefined) return text;
    throw new Error(`content/patterns/${pattern}/${name} is missing. ${fixFor(name)}`);
  }

  /** The entry of a variant first, then the modules that its programs share, by name. */
  typescript(pattern: string, variant: Variant): SourceFile[] {
    const entry = `${variant}.ts`;
    const folder = `/content/patterns/${pattern}/`;
    const shared = Object.keys(this.#texts)
      .filter((path) => path.startsWith(folder) && path.endsWith('.ts'))
      .map((path) => path.slice(folder.length))
      .filter((name) => name !== 'main.ts' && name !== 'given.ts')
      .sort();
    return [entry, ...shared].map((name) => ({ name, text: this.read(pattern, name) }));
  }

  /** Patterns (`model/slug`) that have a file of this name. */
  having(name: string): string[] {
    return Object.keys(this.#texts)
      .filter((path) => path.endsWith(`/${name}`))
      .map((path) => path.slice('/content/patterns/'.length, -name.length - 1))
      .sort();
  }
}

export function patternFiles(): PatternFiles {
  return new PatternFiles(
    import.meta.glob<string>('/content/patterns/**/*.{py,ts,out,json}', {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  );
}
