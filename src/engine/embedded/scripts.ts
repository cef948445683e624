/** The engine's scripts, as text: a frame without network cannot fetch them itself. */

import childrenUrl from '../../node/parts/children.ts?expression-url';
import cryptoUrl from '../../node/parts/crypto.ts?expression-url';
import extrasUrl from '../../node/parts/extras.ts?expression-url';
import inspectUrl from '../../node/parts/inspect.ts?expression-url';
import libraryUrl from '../../node/parts/library.ts?expression-url';
import compilerUrl from '../../runtime/compiler.ts?expression-url';
import foreignUrl from '../../runtime/foreign-engine-worker.ts?script-url';
import kernelUrl from '../../runtime/kernel-worker.ts?script-url';
import { COMPILER_PATH, PART_PATHS } from '../../runtime/protocol.ts';
import threadUrl from '../../runtime/thread-worker.ts?script-url';
import { EngineError } from '../engine.ts';
import spawner from './spawner.ts?script-text';

export interface EngineScripts {
  spawner: string;
  kernel: string;
  thread: string;
}

export async function fetchScripts(signal?: AbortSignal): Promise<EngineScripts> {
  const [kernel, foreign, thread] = await Promise.all([
    fetchText(kernelUrl, signal),
    isV8() ? '' : fetchText(foreignUrl, signal),
    fetchText(threadUrl, signal),
  ]);
  return { spawner, kernel, thread: foreign + thread };
}

/** Whether errors are V8's: only there does the stack begin with the error's name. */
function isV8(): boolean {
  return new Error('probe').stack?.startsWith('Error: probe') ?? false;
}

/** Scripts that only some programs need, by the path under which the runtime asks for them. */
const onDemand: Readonly<Record<string, string>> = {
  [COMPILER_PATH]: compilerUrl,
  [PART_PATHS.children]: childrenUrl,
  [PART_PATHS.crypto]: cryptoUrl,
  [PART_PATHS.extras]: extrasUrl,
  [PART_PATHS.inspect]: inspectUrl,
  [PART_PATHS.library]: libraryUrl,
};

/** Asked for already: later runs need not wait again. */
const fetched = new Map<string, Promise<string>>();

export const onDemandPaths: readonly string[] = Object.keys(onDemand);

/** @throws {TypeError} when the runtime asks for what is none of {@link onDemandPaths} */
export function fetchOnDemand(path: string): Promise<string> {
  const url = onDemand[path];
  if (url === undefined) throw new TypeError(`There is no script for ${path}`);
  const known = fetched.get(path);
  if (known) return known;
  const text = fetchText(url);
  fetched.set(path, text);
  text.catch(() => fetched.delete(path));
  return text;
}

async function fetchText(url: string, signal?: AbortSignal): Promise<string> {
  try {
    const response = await fetch(url, signal ? { signal } : {});
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await response.text();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EngineError(
      'ENGINE_UNREACHABLE',
      `The engine could not be loaded from ${url}: ${why}`,
      {
        cause: error,
      },
    );
  }
}
