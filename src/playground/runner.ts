/** The runs of one terminal, one at a time: what is loaded for them, and the state that is shown. */
import { type BootOptions, type Engine, EngineError } from '../engine/engine.ts';
import { type Command, runProgram } from './run-session.ts';
import type { RunState } from './status-text.ts';
import type { TerminalPort } from './terminal-port.ts';
import { untilAborted } from './until-aborted.ts';

export interface RunnerOptions {
  /** The engine of the next run. */
  openEngine: (options: BootOptions) => Promise<Engine>;
  /** Opens the terminal in its place; called for the first run only. */
  openTerminal: () => Promise<TerminalPort>;
  onState: (state: RunState) => void;
}

/** Gets what is to run, when it is to run. */
export type LoadCommand = (signal: AbortSignal) => Promise<Command> | Command;

function failureText(error: unknown): string {
  if (error instanceof EngineError) return `${error.message} (${error.code})`;
  return error instanceof Error ? error.message : String(error);
}

export class Runner {
  readonly #options: RunnerOptions;
  #state: RunState = { kind: 'idle' };
  #current: AbortController | undefined;
  #settled: Promise<void> = Promise.resolve();
  #terminal: TerminalPort | undefined;

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  get state(): RunState {
    return this.#state;
  }

  get terminal(): TerminalPort | undefined {
    return this.#terminal;
  }

  /** Starts the program, after ending the run before. Resolves when this run has ended. */
  run(load: LoadCommand): Promise<void> {
    this.stop();
    const current = new AbortController();
    this.#current = current;
    this.#show({ kind: 'loading' });
    this.#settled = this.#settled.then(() => this.#runOnce(load, current));
    return this.#settled;
  }

  /** Kills what runs, or gives up waiting for what loads. */
  stop(): void {
    this.#current?.abort();
  }

  /** Back to the state before the first run. */
  async reset(): Promise<void> {
    this.stop();
    const current = this.#current;
    await this.#settled;
    if (this.#current === current) this.#show({ kind: 'idle' });
  }

  dispose(): void {
    this.stop();
    this.#current = undefined;
    this.#terminal?.dispose();
    this.#terminal = undefined;
  }

  async #runOnce(load: LoadCommand, current: AbortController): Promise<void> {
    const { signal } = current;
    const show = (state: RunState) => {
      if (this.#current === current) this.#show(state);
    };
    try {
      const { engine, command, terminal } = await this.#load(load, signal, show);
      terminal.open();
      const result = await runProgram({
        engine,
        command,
        terminal,
        signal,
        onStart: () => show({ kind: 'running' }),
      });
      terminal.close();
      const overflowed = terminal.overflowed;
      show({ kind: signal.aborted ? 'stopped' : 'exited', ...result, overflowed });
    } catch (error) {
      this.#terminal?.close();
      // Stop may come to nothing: that the engine cannot stop a program is more than a stop.
      if (signal.aborted && !(error instanceof EngineError)) return show({ kind: 'idle' });
      const recovery = error instanceof EngineError ? error.recovery : 'retry';
      show({ kind: 'failed', message: failureText(error), recovery });
    }
  }

  async #load(load: LoadCommand, signal: AbortSignal, show: (state: RunState) => void) {
    const { openEngine, openTerminal } = this.#options;
    const loadTerminal = async () => {
      this.#terminal ??= await untilAborted(openTerminal(), signal);
      return this.#terminal;
    };
    const onProgress = (waitingFor: string) => show({ kind: 'loading', waitingFor });
    const [engine, command, terminal] = await Promise.all([
      untilAborted(openEngine({ signal, onProgress }), signal),
      load(signal),
      loadTerminal(),
    ]);
    return { engine, command, terminal };
  }

  #show(state: RunState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}
