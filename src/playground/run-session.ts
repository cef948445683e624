/** One run: a program's process joined to a terminal, from spawn to exit. */
import type { Engine, EngineProcess, FileSystemTree } from '../engine/engine.ts';
import { Cleanup, type Disposable } from './cleanup.ts';
import type { TerminalPort } from './terminal-port.ts';
import { untilAborted } from './until-aborted.ts';

/** What is to run, and where. */
export interface Command {
  name: string;
  args: readonly string[];
  /** Gets `tree`, and the program runs in it; relative to the engine's own directory. */
  directory: string;
  tree: FileSystemTree;
  /** Paths in `directory` to remove first: what an earlier run had and this one has not. */
  removed?: readonly string[];
}

export interface RunRequest {
  engine: Engine;
  command: Command;
  terminal: TerminalPort;
  /** Aborting kills the program; the run then still ends with its exit code. */
  signal: AbortSignal;
  onStart: () => void;
}

export interface RunResult {
  code: number;
  /** From spawn to exit, measured here. */
  seconds: number;
}

/** Reads on only when the terminal has taken the last chunk in: a print loop must not flood a page. */
async function showOutput(
  output: ReadableStream<string>,
  terminal: TerminalPort,
  signal: AbortSignal,
): Promise<void> {
  const reader = output.getReader();
  const cancel = () => void reader.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      await terminal.write(next.value);
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    reader.releaseLock();
  }
}

function forwardInput(process: EngineProcess, terminal: TerminalPort): Disposable {
  const resources = new Cleanup();
  const writer = process.input.getWriter();
  resources.use(
    terminal.onInput((data) => {
      // A program that has ended takes no input; its exit tells the reader.
      writer.write(data).catch(() => undefined);
    }),
  );
  resources.use(terminal.onResize((size) => process.resize(size)));
  return resources;
}

/**
 * @throws {EngineError} when the engine cannot mount, start or follow the program
 */
export async function runProgram(request: RunRequest): Promise<RunResult> {
  const { engine, command, terminal, signal } = request;
  const { name, args, directory, tree, removed = [] } = command;
  for (const path of removed) {
    await engine.fs.rm(`${directory}/${path}`, { recursive: true, force: true });
  }
  await engine.mount(tree, { mountPoint: directory });
  signal.throwIfAborted();
  const started = performance.now();
  const process = await engine.spawn(name, args, { cwd: directory, terminal: terminal.size });
  const kill = () => process.kill();
  if (signal.aborted) kill();
  signal.addEventListener('abort', kill, { once: true });
  const input = forwardInput(process, terminal);
  request.onStart();
  const shown = showOutput(process.output, terminal, signal);
  try {
    const { exit, trouble } = process;
    const code = await (trouble === undefined ? exit : untilAborted(exit, trouble));
    const seconds = (performance.now() - started) / 1000;
    await shown;
    return { code, seconds };
  } finally {
    signal.removeEventListener('abort', kill);
    input.dispose();
  }
}
