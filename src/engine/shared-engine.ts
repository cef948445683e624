/** One engine for all who ask: started by the first, and given up only when nobody waits any more. */
import type { BootOptions, Engine } from './engine.ts';

interface Opening {
  engine: Promise<Engine>;
  abort: AbortController;
  waiting: number;
  listeners: Set<(waitingFor: string) => void>;
  told: string | undefined;
  isReady: boolean;
}

export class SharedEngine {
  readonly #boot: (options: BootOptions) => Promise<Engine>;
  #opening: Opening | undefined;
  /** The start that was given up last, which ends before another one begins. */
  #given: Promise<unknown> = Promise.resolve();

  constructor(boot: (options: BootOptions) => Promise<Engine>) {
    this.#boot = boot;
  }

  /**
   * The engine, once it runs. A failed start is not kept: the next call tries again.
   * @throws {EngineError} as the engine's own start does; the signal's reason when it aborts
   */
  async open({ signal, onProgress }: BootOptions = {}): Promise<Engine> {
    signal?.throwIfAborted();
    this.#opening ??= this.#start();
    const opening = this.#opening;
    opening.waiting++;
    if (onProgress) {
      opening.listeners.add(onProgress);
      if (opening.told !== undefined) onProgress(opening.told);
    }
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    const abort = () => reject(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return await Promise.race([opening.engine, aborted]);
    } finally {
      signal?.removeEventListener('abort', abort);
      if (onProgress) opening.listeners.delete(onProgress);
      opening.waiting--;
      if (opening.waiting === 0 && signal?.aborted) this.#giveUp(opening);
    }
  }

  #start(): Opening {
    const abort = new AbortController();
    const listeners: Opening['listeners'] = new Set();
    const onProgress = (waitingFor: string) => {
      opening.told = waitingFor;
      for (const listener of listeners) listener(waitingFor);
    };
    const engine = this.#given.then(() => this.#boot({ signal: abort.signal, onProgress }));
    const opening: Opening = {
      engine,
      abort,
      waiting: 0,
      listeners,
      told: undefined,
      isReady: false,
    };
    engine.then(
      () => {
        opening.told = undefined;
        opening.isReady = true;
      },
      () => {
        if (this.#opening === opening) this.#opening = undefined;
      },
    );
    return opening;
  }

  /** Nobody waits any more. Who asks next must not get what is being ended. */
  #giveUp(opening: Opening): void {
    if (opening.isReady) return;
    opening.abort.abort();
    this.#given = opening.engine.catch(() => undefined);
    if (this.#opening === opening) this.#opening = undefined;
  }
}
