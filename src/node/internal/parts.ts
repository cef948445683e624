/**
 * Parts of the engine that a thread loads when it first needs them. Most programs print strings and
 * pass messages: they start faster, and over a thin line sooner, without the streams, the files and
 * the printing of objects. A part is asked for by name and never imported, so that the bundler
 * (`src/tools/engine-parts.ts`) can leave it out of the thread's script; a module that the script
 * and a part both need is the script's, in the part too.
 *
 * One table for the whole worker, as modules themselves are: a part's classes must exist once.
 */
import type * as children from '../parts/children.ts';
import type * as crypto from '../parts/crypto.ts';
import type * as extras from '../parts/extras.ts';
import type * as inspect from '../parts/inspect.ts';
import type * as library from '../parts/library.ts';

export interface Parts {
  children: typeof children;
  crypto: typeof crypto;
  extras: typeof extras;
  inspect: typeof inspect;
  library: typeof library;
}

type Load = <Name extends keyof Parts>(name: Name) => Parts[Name];

const loaded: Partial<Parts> = {};
let load: Load = loadFromSource;

/** @throws what loading throws: the host could not provide it */
export function part<Name extends keyof Parts>(name: Name): Parts[Name] {
  loaded[name] ??= load(name);
  return loaded[name] as Parts[Name];
}

export function loadAllParts(): void {
  part('inspect');
  part('library');
}

/** What of a part is there, without loading it. */
export function loadedPart<Name extends keyof Parts>(name: Name): Parts[Name] | undefined {
  return loaded[name];
}

/**
 * Says where parts come from: in a worker, from the host.
 * @returns what undoes it
 */
export function providePartsBy(how: Load): () => void {
  const before = load;
  load = how;
  return () => {
    load = before;
  };
}

/** Under Node, where the unit tests run these modules as they are. */
function loadFromSource<Name extends keyof Parts>(name: Name): Parts[Name] {
  const node = globalThis as unknown as {
    process: {
      getBuiltinModule(name: 'module'): { createRequire(url: string): (id: string) => Parts[Name] };
    };
  };
  const { createRequire } = node.process.getBuiltinModule('module');
  return createRequire(import.meta.url)(`../parts/${name}.ts`);
}
