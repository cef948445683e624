/**
 * The hidden frame that the client opens, watched from outside, because the client only waits for
 * its message. Removing the frame ends what it loads; putting the same element back loads it again,
 * and the client, which still listens, takes the message then: so a failed start is tried again
 * without a reload.
 */
import { type FailureName, failure, nameOf } from './failures.ts';

export const ORIGIN = 'https://stackblitz.com';

export class FrameWatch {
  #frame: HTMLIFrameElement | undefined;
  #hasAnswered = false;
  /** What the frame warned of, if it is something that a reader can help. */
  #said: FailureName | undefined;
  #onChange: (() => void) | undefined;
  #loaded = false;
  #refused = false;

  constructor() {
    addEventListener('message', (event: MessageEvent<unknown>) => this.#onMessage(event));
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
      if (!blockedURI.startsWith(ORIGIN)) return;
      this.#refused = true;
      this.#onChange?.();
    });
    const observer = new MutationObserver(() => {
      const frame = document.querySelector<HTMLIFrameElement>(`iframe[src^="${ORIGIN}/"]`);
      if (frame === null) return;
      observer.disconnect();
      this.#frame = frame;
      frame.title = 'WebContainer';
      frame.addEventListener('load', () => {
        this.#loaded = true;
        this.#onChange?.();
      });
    });
    observer.observe(document.body, { childList: true });
  }

  get hasAnswered(): boolean {
    return this.#hasAnswered;
  }

  get said(): FailureName | undefined {
    return this.#said;
  }

  get address(): string {
    return this.#frame?.src ?? `${ORIGIN}/headless`;
  }

  /** Resolves when the frame has answered, or has loaded and said nothing yet. */
  async untilLoaded(): Promise<void> {
    await this.#until(() => this.#hasAnswered || this.#loaded);
  }

  /**
   * Resolves when the frame has answered.
   * @throws {EngineError} when the browser refuses the frame
   */
  async untilAnswered(): Promise<void> {
    await this.#until(() => this.#hasAnswered);
  }

  /** Loads the frame again, if it was taken out. */
  putBack(): void {
    this.#loaded = false;
    this.#refused = false;
    this.#said = undefined;
    if (this.#frame !== undefined && !this.#frame.isConnected) document.body.append(this.#frame);
  }

  takeOut(): void {
    this.#frame?.remove();
  }

  #until(condition: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const earlier = this.#onChange;
      const check = () => {
        earlier?.();
        if (condition()) resolve();
        else if (this.#refused) reject(failure('FRAME_REFUSED'));
      };
      this.#onChange = check;
      check();
    });
  }

  #onMessage({ origin, data }: MessageEvent<unknown>): void {
    if (origin !== ORIGIN || typeof data !== 'object' || data === null || !('type' in data)) return;
    if (data.type === 'init') this.#hasAnswered = true;
    if (data.type === 'warning' && 'message' in data) {
      this.#said = nameOf(String(data.message)) ?? this.#said;
    }
    this.#onChange?.();
  }
}
