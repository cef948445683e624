/**
 * A program in a WebContainer, with the contract of `EngineProcess`. The client merges standard
 * output and error, its `kill()` takes no signal and may do nothing (a busy loop cannot be
 * interrupted there), and an exit stays pending when the instance is gone: all of it ends here.
 */
import type { WebContainerProcess as ClientProcess } from '@webcontainer/api';
import type { EngineError, EngineProcess, TerminalSize } from '../engine.ts';
import { BoundedOutput } from './bounded-output.ts';
import { failure } from './failures.ts';

/** How long a killed program may take to end before the reader is told that it does not. */
const KILL_MS = 5_000;
/** How long output may follow an exit: both come over the same connection, close together. */
const LAST_OUTPUT_MS = 500;

/** What a shell reports of a program that SIGKILL ended, as the embedded engine does. */
const KILLED = 137;

export class WebContainerProcess implements EngineProcess {
  readonly output: ReadableStream<string>;
  readonly input: WritableStream<string>;
  readonly exit: Promise<number>;
  readonly #process: ClientProcess;
  readonly #output = new BoundedOutput();
  readonly #trouble = new AbortController();
  readonly #exit = Promise.withResolvers<number>();
  #hasEnded = false;
  #killTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(process: ClientProcess) {
    this.#process = process;
    this.output = this.#output.stream;
    this.exit = this.#exit.promise;
    const writer = process.input.getWriter();
    this.input = new WritableStream<string>({
      // The client warns of what comes after the end; a terminal may well send it.
      write: (text) => (this.#hasEnded ? undefined : writer.write(text)),
      // The client has no end of input. A terminal's is Ctrl-D.
      close: () => (this.#hasEnded ? undefined : writer.write('\x04')),
    });
    // An output that breaks off has ended; what happened to the instance shows elsewhere.
    const read = this.#read(process.output).catch(() => undefined);
    process.exit.then(
      (code) => this.#end(code, read),
      (error: unknown) => this.fail(failure('LOST', '', error)),
    );
  }

  get trouble(): AbortSignal {
    return this.#trouble.signal;
  }

  kill(): void {
    if (this.#hasEnded || this.#killTimer !== undefined) return;
    this.#killTimer = setTimeout(() => this.fail(failure('NOT_KILLED')), KILL_MS);
    this.#process.kill();
  }

  resize({ cols, rows }: TerminalSize): void {
    if (!this.#hasEnded) this.#process.resize({ cols, rows });
  }

  /** Gives up on the program: nothing more will be heard of it. */
  fail(error: EngineError): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    clearTimeout(this.#killTimer);
    this.#output.close();
    this.#trouble.abort(error);
  }

  async #read(output: ReadableStream<string>): Promise<void> {
    const reader = output.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      this.#output.push(next.value);
    }
  }

  async #end(code: number, read: Promise<void>): Promise<void> {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    const killed = this.#killTimer !== undefined;
    clearTimeout(this.#killTimer);
    const silence = new Promise<void>((resolve) => setTimeout(resolve, LAST_OUTPUT_MS));
    await Promise.race([read, silence]);
    this.#output.close();
    this.#exit.resolve(killed ? KILLED : code);
  }
}
