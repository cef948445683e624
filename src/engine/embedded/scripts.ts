/** The engine's scripts, as text: a frame without network cannot fetch them itself. */

import compilerUrl from '../../runtime/compiler.ts?expression-url';
import kernelUrl from '../../runtime/kernel-worker.ts?script-url';
import threadUrl from '../../runtime/thread-worker.ts?script-url';
import { EngineError } from '../engine.ts';
import spawner from './spawner.ts?script-text';

export interface EngineScripts {
  spawner: string;
  kernel: string;
  thread: string;
}

export async function fetchScripts(signal?: AbortSignal): Promise<EngineScripts> {
  const [kernel, thread] = await Promise.all([
    fetchText(kernelUrl, signal),
    fetchText(threadUrl, signal),
  ]);
  return { spawner, kernel, thread };
}

/** The compiler, which only edited programs need. */
export function fetchCompiler(): Promise<string> {
  return fetchText(compilerUrl);
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
