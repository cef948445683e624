/**
 * TypeScript's own checker over the files of one program: what is wrong, what something is, and what
 * can follow. Knows no worker and no page, so that it is tested on Node with the same libraries.
 * `@typescript/vfs` was rejected: it fetches its libraries from another host.
 */
import ts from 'typescript';

/** Where the program stands; the libraries stand beside it, as an installed package would. */
const FOLDER = '/program/';

export interface TypeProblem {
  from: number;
  to: number;
  severity: 'error' | 'warning';
  message: string;
}

export interface TypeCompletion {
  label: string;
  /** What TypeScript calls its kind: `method`, `property`, `const`. */
  kind: string;
}

const options: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2024,
  lib: ['lib.es2024.d.ts', 'lib.esnext.disposable.d.ts'],
  types: ['node'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  allowImportingTsExtensions: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: false,
  allowJs: true,
  skipLibCheck: true,
};

export class TypeChecker {
  readonly #libraries: ReadonlyMap<string, string>;
  readonly #service: ts.LanguageService;
  #files = new Map<string, { text: string; version: number }>();
  #version = 0;

  /** @param libraries texts of `.d.ts` and `package.json` files by absolute path, as `/types.json` has them */
  constructor(libraries: Readonly<Record<string, string>>) {
    this.#libraries = new Map(Object.entries(libraries));
    this.#service = ts.createLanguageService(this.#host());
  }

  /** @returns what is wrong with the file `name`, of all the `files` of the program */
  check(files: Readonly<Record<string, string>>, name: string): TypeProblem[] {
    this.#update(files);
    const path = FOLDER + name;
    const found = [
      ...this.#service.getSyntacticDiagnostics(path),
      ...this.#service.getSemanticDiagnostics(path),
    ];
    return found.map(({ start = 0, length = 1, category, messageText }) => ({
      from: start,
      to: start + length,
      severity: category === ts.DiagnosticCategory.Error ? 'error' : 'warning',
      message: ts.flattenDiagnosticMessageText(messageText, '\n'),
    }));
  }

  /** What stands at `position`, as TypeScript would write it; undefined where nothing has a type. */
  describe(
    files: Readonly<Record<string, string>>,
    name: string,
    position: number,
  ): string | undefined {
    this.#update(files);
    const info = this.#service.getQuickInfoAtPosition(FOLDER + name, position);
    return info && ts.displayPartsToString(info.displayParts);
  }

  /** What can be written at `position`; the names nearest by come first. */
  complete(
    files: Readonly<Record<string, string>>,
    name: string,
    position: number,
  ): TypeCompletion[] {
    this.#update(files);
    const found = this.#service.getCompletionsAtPosition(FOLDER + name, position, {});
    return (found?.entries ?? [])
      .toSorted((a, b) => (a.sortText < b.sortText ? -1 : Number(a.sortText > b.sortText)))
      .slice(0, MOST_COMPLETIONS)
      .map((entry) => ({ label: entry.name, kind: entry.kind }));
  }

  #update(files: Readonly<Record<string, string>>): void {
    const next = new Map<string, { text: string; version: number }>();
    for (const [name, text] of Object.entries(files)) {
      const path = FOLDER + name;
      const old = this.#files.get(path);
      next.set(path, old?.text === text ? old : { text, version: ++this.#version });
    }
    const manifest = `${FOLDER}package.json`;
    // Without one of its own a program here is a folder of modules, as a pattern's folder is.
    if (!next.has(manifest)) next.set(manifest, { text: '{"type":"module"}', version: 0 });
    this.#files = next;
  }

  #read(path: string): string | undefined {
    return this.#files.get(path)?.text ?? this.#libraries.get(path);
  }

  #host(): ts.LanguageServiceHost {
    const exists = (path: string) => this.#read(path) !== undefined;
    return {
      getCompilationSettings: () => options,
      getScriptFileNames: () =>
        [...this.#files.keys()].filter((path) => /\.[cm]?[jt]s$/.test(path)),
      getScriptVersion: (path) => String(this.#files.get(path)?.version ?? 0),
      getScriptSnapshot: (path) => {
        const text = this.#read(path);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => FOLDER,
      getDefaultLibFileName: () => '/lib/lib.es2024.d.ts',
      fileExists: exists,
      readFile: (path) => this.#read(path),
      directoryExists: (folder) => {
        const start = folder.endsWith('/') ? folder : `${folder}/`;
        return [this.#files, this.#libraries].some((files) =>
          [...files.keys()].some((path) => path.startsWith(start)),
        );
      },
      getDirectories: (folder) => (folder.endsWith('@types') ? ['node'] : []),
      useCaseSensitiveFileNames: () => true,
    };
  }
}

/** More than a reader looks through; typing on narrows it down. */
const MOST_COMPLETIONS = 200;
