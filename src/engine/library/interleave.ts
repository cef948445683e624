/**
 * The engine as a library: what the build writes to `/engine/interleave.js`. It takes its scripts
 * from beside itself, so a copy of that folder runs on any site that is cross-origin isolated.
 */
import { bootEmbedded } from '../embedded/embedded-engine.ts';
import type { Engine } from '../engine.ts';

export * from '../engine.ts';

export interface BootOptions {
  /** Cancels the start. */
  signal?: AbortSignal;
}

/**
 * Starts an engine in the page: Node's concurrency, in a sandboxed frame per run.
 * @throws {EngineError} `ENGINE_NOT_ISOLATED` when the page is not cross-origin isolated,
 *   `ENGINE_UNREACHABLE`, `ENGINE_START_TIMEOUT`, `ENGINE_START_FAILED`, `ENGINE_ABORTED`
 */
export function boot(options: BootOptions = {}): Promise<Engine> {
  return bootEmbedded(options);
}
