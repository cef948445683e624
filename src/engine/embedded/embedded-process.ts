/** One run: the page's end of a frame's kernel. */

import type { FileChange, FileImage } from '../../kernel/files.ts';
import type { FirstRead } from '../../kernel/first-reads.ts';
import type { ProcessImage, TerminalSize, ToHost } from '../../kernel/protocol.ts';
import { signalNumbers } from '../../kernel/signals.ts';
import type { RawTraceEvent } from '../../kernel/trace.ts';
import type { EngineProcess } from '../engine.ts';
import type { TraceEvent } from '../trace.ts';
import type { Frame } from './frame.ts';
import { createTraceReader } from './trace-reader.ts';

const KILLED = 128 + signalNumbers.SIGKILL;

export interface EmbeddedRun {
  image: ProcessImage;
  files: FileImage[];
  terminal: TerminalSize | null;
  onDemand: string[];
  reads: readonly FirstRead[];
  /** Contents of a file of `onDemand`. */
  provide: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** Is told what the program changed in its files. */
  onFiles: (changes: FileChange[]) => void;
  onOutput?: ((descriptor: number, text: string) => void) | undefined;
  onTrace?: ((event: TraceEvent) => void) | undefined;
}

export class EmbeddedProcess implements EngineProcess {
  readonly output: ReadableStream<string>;
  readonly input: WritableStream<string>;
  readonly exit: Promise<number>;
  readonly #frame: Frame;
  readonly #provide: EmbeddedRun['provide'];
  readonly #onFiles: EmbeddedRun['onFiles'];
  readonly #tellOutput: EmbeddedRun['onOutput'];
  readonly #tellTrace: (event: RawTraceEvent) => void;
  readonly #decoders = new Map<number, TextDecoder>();
  readonly #resolveExit: (code: number) => void;
  #controller: ReadableStreamDefaultController<string> | undefined;
  #waiting: { text: string; bytes: number }[] = [];
  #onChunk: (() => void) | undefined;
  #hasEnded = false;

  constructor(frame: Frame, { provide, onFiles, onOutput, onTrace, ...request }: EmbeddedRun) {
    this.#frame = frame;
    this.#provide = provide;
    this.#onFiles = onFiles;
    this.#tellOutput = onOutput;
    this.#tellTrace = createTraceReader(onTrace ?? (() => undefined));
    const exit = Promise.withResolvers<number>();
    this.exit = exit.promise;
    this.#resolveExit = exit.resolve;
    this.output = new ReadableStream<string>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => this.#pull(),
        cancel: () => this.kill(),
      },
      { highWaterMark: 0 },
    );
    const encoder = new TextEncoder();
    this.input = new WritableStream<string>({
      write: (text) => frame.post({ type: 'input', bytes: encoder.encode(text) }),
      close: () => frame.post({ type: 'end-input' }),
    });
    frame.listen((message) => this.#onMessage(message));
    frame.post({ type: 'run', trace: onTrace !== undefined, ...request });
  }

  kill(): void {
    this.#end(KILLED);
  }

  resize(size: TerminalSize): void {
    this.#frame.post({ type: 'resize', size: { cols: size.cols, rows: size.rows } });
  }

  #onMessage(message: ToHost): void {
    switch (message.type) {
      case 'ready':
        return;
      case 'output':
        return this.#onOutput(message.descriptor, message.bytes);
      case 'trace':
        return this.#tellTrace(message.event);
      case 'files':
        return this.#onFiles(message.changes);
      case 'need-file':
        void this.#sendFile(message.path);
        return;
      case 'exit':
        return this.#end(
          message.signal === null ? (message.code ?? 0) : 128 + signalNumbers[message.signal],
        );
      case 'failed':
        this.#queue(`The engine could not start the program: ${message.reason}\n`, 0);
        return this.#end(1);
      default:
        throw new TypeError(`The kernel sent an unknown message: ${JSON.stringify(message)}`);
    }
  }

  async #sendFile(path: string): Promise<void> {
    try {
      const bytes = await this.#provide(path);
      this.#frame.post({ type: 'file', path, bytes });
    } catch (error) {
      this.#queue(`${error instanceof Error ? error.message : String(error)}\n`, 0);
      this.#end(1);
    }
  }

  #onOutput(descriptor: number, bytes: Uint8Array): void {
    const decoder = this.#decoders.get(descriptor) ?? new TextDecoder();
    this.#decoders.set(descriptor, decoder);
    const text = decoder.decode(bytes as Uint8Array<ArrayBuffer>, { stream: true });
    this.#tellOutput?.(descriptor, text);
    this.#queue(text, bytes.length);
  }

  #queue(text: string, bytes: number): void {
    this.#waiting.push({ text, bytes });
    this.#onChunk?.();
  }

  /** Called when the reader wants more; only then is the kernel granted more. */
  async #pull(): Promise<void> {
    if (this.#waiting.length === 0 && !this.#hasEnded) {
      await new Promise<void>((resolve) => {
        this.#onChunk = resolve;
      });
    }
    const chunks = this.#waiting;
    this.#waiting = [];
    if (chunks.length > 0) this.#controller?.enqueue(chunks.map((chunk) => chunk.text).join(''));
    const bytes = chunks.reduce((sum, chunk) => sum + chunk.bytes, 0);
    if (bytes > 0) this.#frame.post({ type: 'credit', bytes });
    if (this.#hasEnded && this.#waiting.length === 0) this.#controller?.close();
  }

  #end(code: number): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#frame.dispose();
    this.#onChunk?.();
    this.#resolveExit(code);
  }
}
