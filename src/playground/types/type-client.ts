/** The page's end of the type checker: one worker for all editors of a page, started when asked for. */
import { loaded } from '../../shared/loaded.ts';
import type { FromTypeWorker, ToTypeWorker, TypeAnswers, TypeQuestion } from './protocol.ts';

export class TypeClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #ids = 0;
  #isLost = false;

  constructor() {
    this.#worker = new Worker(new URL('./types-worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromTypeWorker>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('failure' in data) waiting?.reject(new Error(`Checking types failed: ${data.failure}`));
      else waiting?.resolve(data.answer);
    });
    this.#worker.addEventListener('error', () => {
      this.#isLost = true;
      this.#fail();
    });
  }

  /** @throws {Error} when the checker or its libraries cannot be loaded, with the remedy */
  async start(): Promise<void> {
    const url = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/types.json`;
    const response = await loaded(fetch(url));
    if (!response.ok) throw notLoaded();
    const libraries = await loaded(response.json());
    // The worker's script may have failed meanwhile: what is sent to it would wait for ever.
    if (this.#isLost) throw notLoaded();
    await this.#send({ kind: 'libraries', libraries });
  }

  async ask<K extends TypeQuestion['kind']>(
    question: Extract<TypeQuestion, { kind: K }>,
  ): Promise<TypeAnswers[K]> {
    // The worker answers a question of a kind as `TypeAnswers` says.
    return (await this.#send({ kind: 'question', question })) as TypeAnswers[K];
  }

  dispose(): void {
    this.#worker.terminate();
    this.#fail();
  }

  #send(
    message:
      | Omit<Extract<ToTypeWorker, { kind: 'libraries' }>, 'id'>
      | Omit<Extract<ToTypeWorker, { kind: 'question' }>, 'id'>,
  ): Promise<unknown> {
    const id = ++this.#ids;
    const waiting = Promise.withResolvers<unknown>();
    this.#waiting.set(id, waiting);
    this.#worker.postMessage({ id, ...message });
    return waiting.promise;
  }

  /** Whoever waits would wait for ever. */
  #fail(): void {
    for (const { reject } of this.#waiting.values()) reject(notLoaded());
    this.#waiting.clear();
  }
}

function notLoaded(): Error {
  return new Error(
    'The type checker could not be loaded. Check the connection and press the button again.',
  );
}
