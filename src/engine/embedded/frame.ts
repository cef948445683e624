/**
 * The sandboxed frame of one run: an opaque origin without network, in which the kernel and the
 * program's workers live. Removing it is the hard stop: `worker.terminate()` alone lets a spinning
 * worker of Chromium run, and write shared memory, for two more seconds.
 */
import type { FromHost, ToHost } from '../../kernel/protocol.ts';
import { EngineError } from '../engine.ts';
import type { FromFrame, ToFrame } from './frame-protocol.ts';
import { inlineScript } from './inline-script.ts';
import type { EngineScripts } from './scripts.ts';

/** After this many milliseconds without a sign of life the start has failed. */
const START_LIMIT = 20_000;
/** Threads that stand ready in a frame: the program's own and the first that it starts. */
const SPARES = 2;

export class Frame {
  readonly #element: HTMLIFrameElement;
  readonly #port: MessagePort;
  #onMessage: (message: ToHost) => void = () => undefined;
  #isDisposed = false;

  private constructor(element: HTMLIFrameElement, port: MessagePort) {
    this.#element = element;
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<ToHost>) => this.#onMessage(data);
  }

  /**
   * Opens a frame and waits until its kernel and a first thread are ready.
   * @throws {EngineError} `ENGINE_START_TIMEOUT`, `ENGINE_START_FAILED`, `ENGINE_ABORTED`
   */
  static async open(scripts: EngineScripts, signal?: AbortSignal): Promise<Frame> {
    const element = createElement(scripts.spawner);
    const { port1, port2 } = new MessageChannel();
    const frame = new Frame(element, port1);
    try {
      await withLimit(signal, async (fail) => {
        listenToFrame(element, scripts, port2, fail);
        document.body.append(element);
        await frame.#becomeReady();
      });
      return frame;
    } catch (error) {
      frame.dispose();
      throw error;
    }
  }

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  /** Gives what the kernel sends to `handler`. */
  listen(handler: (message: ToHost) => void): void {
    this.#onMessage = handler;
  }

  post(message: FromHost, transfer: Transferable[] = []): void {
    if (!this.#isDisposed) this.#port.postMessage(message, transfer);
  }

  /** Stops everything in the frame at once. */
  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#port.onmessage = null;
    this.#port.close();
    this.#element.remove();
  }

  #becomeReady(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.listen((message) => {
        if (message.type === 'ready') resolve();
        else if (message.type === 'failed') reject(startFailed(message.reason));
      });
    });
  }
}

function createElement(spawner: string): HTMLIFrameElement {
  const nonce = crypto.randomUUID();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' blob: data: 'unsafe-eval' 'wasm-unsafe-eval'`,
    'worker-src blob: data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const element = document.createElement('iframe');
  element.setAttribute('sandbox', 'allow-scripts');
  element.allow = 'cross-origin-isolated';
  element.title = 'Sandbox of a running sample';
  element.hidden = true;
  const script = inlineScript(spawner);
  element.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script nonce="${nonce}">${script}</script>`;
  return element;
}

function listenToFrame(
  element: HTMLIFrameElement,
  { kernel, thread }: EngineScripts,
  port: MessagePort,
  fail: (error: EngineError) => void,
): void {
  const listener = ({ data, source }: MessageEvent<FromFrame>): void => {
    if (!element.isConnected) return removeEventListener('message', listener);
    if (source !== element.contentWindow) return;
    if (data.type === 'loaded') {
      const start: ToFrame = { type: 'start', kernel, thread, spares: SPARES };
      element.contentWindow?.postMessage(start, '*', [port]);
    } else {
      fail(startFailed(data.reason));
    }
  };
  addEventListener('message', listener);
}

function startFailed(reason: string): EngineError {
  return new EngineError('ENGINE_START_FAILED', `The engine did not start: ${reason}`);
}

async function withLimit(
  signal: AbortSignal | undefined,
  action: (fail: (error: EngineError) => void) => Promise<void>,
): Promise<void> {
  const failure = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const seconds = START_LIMIT / 1000;
    const message = `The engine gave no sign of life within ${seconds} s. Reload the page, or try another browser.`;
    failure.reject(new EngineError('ENGINE_START_TIMEOUT', message));
  }, START_LIMIT);
  const onAbort = (): void =>
    failure.reject(new EngineError('ENGINE_ABORTED', 'The start of the engine was cancelled.'));
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    if (signal?.aborted) onAbort();
    await Promise.race([action(failure.reject), failure.promise]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
