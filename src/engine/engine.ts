/**
 * The interface of every engine: the shape of the WebContainer API, which readers may know.
 *
 * `boot() → mount(tree) → spawn(command, args, options) → { output, input, exit, kill, resize }`
 *
 * The playground sees only this module; `select.ts` chooses the implementation. Nothing here names
 * a browser worker or a WebContainer type, so that either side can change without the other.
 */

import type { TraceEvent } from './trace.ts';

export type { TraceActor, TraceEvent, TracePlace, TraceType } from './trace.ts';

/** Files by name, as `@webcontainer/api` takes them. */
export interface FileSystemTree {
  [name: string]: FileNode | DirectoryNode;
}

export interface FileNode {
  file: {
    contents: string | Uint8Array;
    /**
     * What a build step derived from `contents` (for example the compiled module), keyed by name.
     * An engine may ignore it; it is dropped as soon as the file is written.
     */
    attributes?: Record<string, string>;
  };
}

export interface DirectoryNode {
  directory: FileSystemTree;
}

/** A terminal's size in character cells. */
export interface TerminalSize {
  cols: number;
  rows: number;
}

export interface SpawnOptions {
  /** Working directory, absolute or relative to the engine's `workdir`. */
  cwd?: string;
  env?: Record<string, string>;
  /** Makes standard streams a terminal (`isTTY`) of this size; without it they are pipes. */
  terminal?: TerminalSize;
  /** Aborting kills the process, as `kill()` does. */
  signal?: AbortSignal;
  /**
   * Gets every piece of output with its descriptor (1 or 2), for whoever must tell the streams
   * apart. `output` still has to be read: only that lets the program print more.
   */
  onOutput?: (descriptor: number, text: string) => void;
  /**
   * Gets what the program's threads do, as it happens: see `TraceEvent`. After `kill()` nothing more
   * is told. An engine that cannot trace refuses with
   * `ENGINE_UNSUPPORTED_OPTION`.
   */
  onTrace?: (event: TraceEvent) => void;
}

/** A running program. */
export interface EngineProcess {
  /** Standard output and standard error, merged in the order in which they were written. */
  readonly output: ReadableStream<string>;
  /** Standard input. `\x03` is Ctrl-C when the process has a terminal. */
  readonly input: WritableStream<string>;
  /** The exit code: 128 + n when signal n ended the program. Never rejects. */
  readonly exit: Promise<number>;
  /**
   * Ends the program at once, whatever it is doing, and everything that it started. An engine that
   * cannot end every program says so through `trouble`.
   */
  kill(): void;
  resize(size: TerminalSize): void;
  /**
   * Aborted when the engine can no longer answer for this program, with an `EngineError` as its
   * reason; `exit` may then stay pending. Absent where that cannot be.
   */
  readonly trouble?: AbortSignal;
}

export interface EngineFileSystem {
  /** @throws {EngineError} `ENOENT`, `EISDIR` */
  readFile(path: string, encoding: 'utf8'): Promise<string>;
  readFile(path: string): Promise<Uint8Array>;
  writeFile(path: string, contents: string | Uint8Array): Promise<void>;
  readdir(path: string): Promise<string[]>;
  mkdir(path: string, options?: { recursive?: boolean }): Promise<void>;
  rm(path: string, options?: { recursive?: boolean; force?: boolean }): Promise<void>;
}

export type EngineName = 'embedded' | 'webcontainer';

export interface BootOptions {
  /** Gives up the start. */
  signal?: AbortSignal;
  /** Is told, in a sentence for the reader, what the start waits for. */
  onProgress?: (waitingFor: string) => void;
}

export interface Engine {
  readonly name: EngineName;
  /** Absolute path of the directory in which relative paths start. */
  readonly workdir: string;
  readonly fs: EngineFileSystem;
  /** Adds the files of `tree` below `mountPoint` (default: `workdir`), replacing those it names. */
  mount(tree: FileSystemTree, options?: { mountPoint?: string }): Promise<void>;
  /**
   * Starts a program.
   * @throws {EngineError} `ENOENT` when the engine does not know the command
   */
  spawn(command: string, args: readonly string[], options?: SpawnOptions): Promise<EngineProcess>;
  /** Kills what still runs and frees everything. The engine cannot be used afterwards. */
  teardown(): void;
}

/**
 * What went wrong with an engine itself (never with the reader's program, whose errors are printed).
 * `code` is permanent; the words may change.
 */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: string;
  /** What helps: another attempt, or only a reload of the page. */
  readonly recovery: Recovery;
  constructor(code: string, message: string, options?: ErrorOptions & { recovery?: Recovery }) {
    super(message, options);
    this.code = code;
    this.recovery = options?.recovery ?? 'retry';
  }
}

export type Recovery = 'retry' | 'reload';
