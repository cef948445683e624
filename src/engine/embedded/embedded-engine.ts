/**
 * The embedded engine: Node-like concurrency on Web Workers, in a sandboxed frame per run. A frame
 * stands ready, so that a run starts at once.
 */
import { type FileImage, VirtualFiles } from '../../kernel/files.ts';
import { SystemError } from '../../kernel/system-error.ts';
import { EXEC_PATH, EXEC_TEXT, firstReadsOf } from '../../runtime/protocol.ts';
import { resolvePath } from '../../shared/paths.ts';
import {
  type Engine,
  EngineError,
  type EngineFileSystem,
  type EngineProcess,
  type FileSystemTree,
  type SpawnOptions,
} from '../engine.ts';
import { EmbeddedProcess } from './embedded-process.ts';
import { Frame } from './frame.ts';
import { type EngineScripts, fetchOnDemand, fetchScripts, onDemandPaths } from './scripts.ts';

const WORKDIR = '/home/reader';
const defaultEnvironment = {
  HOME: WORKDIR,
  LANG: 'en_US.UTF-8',
  PATH: '/usr/local/bin:/usr/bin:/bin',
  USER: 'reader',
};

/**
 * Starts the embedded engine.
 * @throws {EngineError} `ENGINE_NOT_ISOLATED`, `ENGINE_UNREACHABLE`, `ENGINE_START_TIMEOUT`,
 *   `ENGINE_START_FAILED`, `ENGINE_ABORTED`
 */
export async function bootEmbedded(options: { signal?: AbortSignal } = {}): Promise<Engine> {
  if (!globalThis.crossOriginIsolated || typeof SharedArrayBuffer === 'undefined') {
    throw new EngineError(
      'ENGINE_NOT_ISOLATED',
      'This page is not cross-origin isolated, so threads cannot share memory. Serve it with the headers Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp.',
    );
  }
  const scripts = await fetchScripts(options.signal);
  const frame = await Frame.open(scripts, options.signal);
  return new EmbeddedEngine(scripts, frame);
}

class EmbeddedEngine implements Engine {
  readonly name = 'embedded';
  readonly workdir = WORKDIR;
  readonly fs: EngineFileSystem;
  readonly #scripts: EngineScripts;
  readonly #files = new VirtualFiles();
  readonly #running = new Set<EmbeddedProcess>();
  #spare: Promise<Frame> | undefined;
  #isTornDown = false;

  constructor(scripts: EngineScripts, frame: Frame) {
    this.#scripts = scripts;
    this.#spare = Promise.resolve(frame);
    this.#files.mkdir(WORKDIR, { recursive: true });
    this.fs = createFileSystem(this.#files, WORKDIR);
  }

  async mount(tree: FileSystemTree, options: { mountPoint?: string } = {}): Promise<void> {
    this.#assertAlive();
    this.#files.load(imagesOf(tree, resolvePath(WORKDIR, options.mountPoint ?? '.')));
  }

  async spawn(
    command: string,
    args: readonly string[],
    options: SpawnOptions = {},
  ): Promise<EngineProcess> {
    this.#assertAlive();
    if (command !== 'node') {
      throw new EngineError(
        'ENOENT',
        `spawn ${command} ENOENT: the embedded engine runs only node`,
      );
    }
    const frame = await this.#takeFrame(options.signal);
    const cwd = resolvePath(WORKDIR, options.cwd ?? '.');
    const [file] = args;
    const process = new EmbeddedProcess(frame, {
      image: {
        runtime: 'node',
        argv: [EXEC_PATH, ...args],
        env: {
          ...defaultEnvironment,
          ...(options.terminal && { TERM: 'xterm-256color' }),
          ...options.env,
        },
        cwd,
      },
      files: [nodeFile(), ...this.#files.images()],
      terminal: options.terminal ?? null,
      onDemand: [...onDemandPaths],
      reads: file === undefined ? [] : firstReadsOf(resolvePath(cwd, file)),
      provide: async (path) => new TextEncoder().encode(await fetchOnDemand(path)),
      onFiles: (changes) => this.#files.apply(changes),
      onOutput: options.onOutput,
      onTrace: options.onTrace,
    });
    this.#follow(process, options.signal);
    return process;
  }

  teardown(): void {
    this.#isTornDown = true;
    for (const process of this.#running) process.kill();
    void this.#spare?.then((frame) => frame.dispose());
    this.#spare = undefined;
  }

  #follow(process: EmbeddedProcess, signal: AbortSignal | undefined): void {
    this.#running.add(process);
    const onAbort = (): void => process.kill();
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
    void process.exit.then(() => {
      signal?.removeEventListener('abort', onAbort);
      this.#running.delete(process);
      this.#prepareSpare();
    });
  }

  async #takeFrame(signal: AbortSignal | undefined): Promise<Frame> {
    const spare = this.#spare;
    this.#spare = undefined;
    return spare ?? Frame.open(this.#scripts, signal);
  }

  /** A failure shows when a run needs the frame: then opening it is tried again, and reported. */
  #prepareSpare(): void {
    if (this.#isTornDown || this.#spare) return;
    const spare = Frame.open(this.#scripts);
    this.#spare = spare;
    spare.catch(() => {
      if (this.#spare === spare) this.#spare = undefined;
    });
  }

  #assertAlive(): void {
    if (this.#isTornDown) {
      throw new EngineError('ENGINE_TORN_DOWN', 'The engine was torn down. Boot another one.');
    }
  }
}

function* imagesOf(tree: FileSystemTree, at: string): Generator<FileImage> {
  const encoder = new TextEncoder();
  for (const [name, node] of Object.entries(tree)) {
    const path = resolvePath(at, name);
    if ('directory' in node) {
      yield* imagesOf(node.directory, path);
    } else {
      const { contents, attributes } = node.file;
      const bytes = typeof contents === 'string' ? encoder.encode(contents) : contents;
      yield { path, bytes, ...(attributes && { attributes }) };
    }
  }
}

/** Programs find Node where `process.execPath` says. */
function nodeFile(): FileImage {
  return { path: EXEC_PATH, bytes: new TextEncoder().encode(EXEC_TEXT) };
}

function createFileSystem(files: VirtualFiles, workdir: string): EngineFileSystem {
  const at = (path: string): string => resolvePath(workdir, path);
  const attempt = async <T>(action: () => T): Promise<T> => {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      throw new EngineError(error.code, error.message, { cause: error });
    }
  };
  function readFile(path: string, encoding: 'utf8'): Promise<string>;
  function readFile(path: string): Promise<Uint8Array>;
  function readFile(path: string, encoding?: 'utf8'): Promise<string | Uint8Array> {
    return attempt(() => {
      const bytes = files.readFile(at(path));
      return encoding === 'utf8' ? new TextDecoder().decode(bytes) : bytes.slice();
    });
  }
  return {
    readFile,
    writeFile: (path, contents) =>
      attempt(() => {
        const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
        files.writeFile(at(path), bytes);
      }),
    readdir: (path) => attempt(() => files.readdir(at(path))),
    mkdir: (path, options) => attempt(() => void files.mkdir(at(path), options)),
    rm: (path, options) => attempt(() => files.rm(at(path), options)),
  };
}
