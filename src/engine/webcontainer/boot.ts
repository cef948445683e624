/**
 * Starts the one WebContainer of a visit. The client's boot has no time limit, no error and no way
 * to cancel it; here it gets all three. The client's promise outlives a failed attempt: it settles
 * with the frame's first answer, whichever attempt that comes in.
 */
import type { WebContainer } from '@webcontainer/api';
import type { BootOptions, EngineError } from '../engine.ts';
import type { EngineSettings } from '../settings.ts';
import { diagnose } from './diagnose.ts';
import { failure, failureOf } from './failures.ts';
import { FrameWatch } from './frame-watch.ts';

/** From the frame's insertion to its first message: a script of a few hundred kilobytes. */
const ANSWER_MS = 30_000;
/** How long a frame that has loaded may stay silent before the connection is looked into. */
const SILENCE_MS = 5_000;
/** From the first message to a running Node: some megabytes, on a slow connection. */
const START_MS = 90_000;

export class WebContainerBoot {
  readonly #settings: EngineSettings;
  #watch: FrameWatch | undefined;
  #pending: Promise<WebContainer> | undefined;
  /** What only a reload mends. */
  #final: EngineError | undefined;

  constructor(settings: EngineSettings) {
    this.#settings = settings;
  }

  /**
   * @throws {EngineError} `WEBCONTAINER_…` as in `failures.ts`; the signal's reason when it aborts
   */
  async boot({ signal, onProgress }: BootOptions = {}): Promise<WebContainer> {
    if (this.#final !== undefined) throw this.#final;
    checkBrowser();
    const limits = new AbortController();
    const attempt = AbortSignal.any([limits.signal, ...(signal ? [signal] : [])]);
    try {
      return await this.#attempt(attempt, onProgress ?? (() => undefined));
    } catch (error) {
      // Before its first answer the frame can go; after that only the client knows how far it is.
      if (!this.#watch?.hasAnswered) this.#watch?.takeOut();
      if (signal?.aborted) throw signal.reason;
      const known = failureOf(error, 'START_FAILED');
      if (known.recovery === 'reload') this.#final = known;
      throw known;
    } finally {
      limits.abort();
    }
  }

  async #attempt(signal: AbortSignal, tell: (sentence: string) => void): Promise<WebContainer> {
    tell('Loading the client…');
    const client = await until(loadClient(), signal);
    tell('Waiting for stackblitz.com…');
    this.#watch ??= new FrameWatch();
    this.#watch.putBack();
    this.#pending ??= this.#start(client);
    const pending = this.#pending;
    const answered = this.#watch.untilAnswered();
    const silence = this.#lookIntoSilence(this.#watch, signal);
    await until(Promise.race([answered, pending, silence]), signal);
    tell('stackblitz.com answers. Starting Node there…');
    const late = after(START_MS, signal).then(() => {
      throw failure('START_TIMEOUT');
    });
    return until(Promise.race([pending, late]), signal);
  }

  #start({ WebContainer, configureAPIKey }: typeof import('@webcontainer/api')) {
    const { clientId, coep } = this.#settings;
    if (clientId !== null && this.#pending === undefined) configureAPIKey(clientId);
    const starting = WebContainer.boot({ coep, workdirName: 'interleave' });
    // After a rejection the client can be asked again.
    starting.catch(() => {
      if (this.#pending === starting) this.#pending = undefined;
    });
    return starting;
  }

  /** Never resolves: rejects with what keeps the frame from answering, or is given up. */
  async #lookIntoSilence(watch: FrameWatch, signal: AbortSignal): Promise<never> {
    const limit = after(ANSWER_MS, signal);
    await Promise.race([watch.untilLoaded(), limit]);
    await after(SILENCE_MS, signal);
    if (watch.hasAnswered) return new Promise<never>(() => undefined);
    const surroundings = () => ({
      fetch: globalThis.fetch.bind(globalThis),
      onLine: navigator.onLine,
      page: location.href,
    });
    const first = await diagnose(watch.address, this.#settings.coep, watch.said, surroundings());
    // A frame that only says nothing yet may be slow; anything else will not mend by waiting.
    if (first.code !== 'WEBCONTAINER_FRAME_SILENT') throw first;
    await limit;
    throw await diagnose(watch.address, this.#settings.coep, watch.said, surroundings());
  }
}

async function loadClient(): Promise<typeof import('@webcontainer/api')> {
  try {
    return await import('@webcontainer/api');
  } catch (error) {
    throw failure('CLIENT_UNREACHABLE', '', error);
  }
}

function checkBrowser(): void {
  const lacks = [
    ['WebAssembly', 'WebAssembly' in globalThis],
    ['service workers', 'serviceWorker' in navigator],
    ['Atomics', 'Atomics' in globalThis],
    ['module workers', 'Worker' in globalThis],
  ].flatMap(([name, has]) => (has === true ? [] : [name]));
  if (lacks.length > 0) throw failure('UNSUPPORTED_BROWSER', `It has no ${lacks.join(', no ')}.`);
  if (!globalThis.crossOriginIsolated) throw failure('NOT_ISOLATED');
  if (!('SharedArrayBuffer' in globalThis)) {
    throw failure('UNSUPPORTED_BROWSER', 'It has no SharedArrayBuffer.');
  }
  if (!navigator.onLine) throw failure('OFFLINE');
}

/** Resolves after a time, or rejects when `signal` aborts. */
function after(milliseconds: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    reject(signal.reason);
  });
  // Nobody waits for a limit that was not reached.
  promise.catch(() => undefined);
  return promise;
}

async function until<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
    promise.catch(() => undefined);
  }
}
