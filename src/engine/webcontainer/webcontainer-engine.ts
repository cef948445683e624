/**
 * StackBlitz's full Node.js behind the interface of every engine, by the real `@webcontainer/api`.
 * One instance per visit, which all terminals share: a second boot after a teardown is known to
 * fail, so the page keeps it until it goes.
 */
import type { WebContainer } from '@webcontainer/api';
import { resolvePath } from '../../shared/paths.ts';
import {
  type BootOptions,
  type Engine,
  EngineError,
  type EngineFileSystem,
  type EngineProcess,
  type FileSystemTree,
  type SpawnOptions,
} from '../engine.ts';
import type { WebContainerBoot } from './boot.ts';
import { failure, failureOf } from './failures.ts';
import { detectTypeScript, type StripTypes, type TypeScriptSupport } from './typescript.ts';
import { WebContainerProcess } from './webcontainer-process.ts';

/** How long the instance may take to answer anything before it counts as lost. */
const ANSWER_MS = 30_000;
const LOST = failure('LOST').code;
/** How often it is asked for a sign of life while a program runs. */
const PULSE_MS = 10_000;

export interface WebContainerOptions extends BootOptions {
  /** Loaded only for a Node that cannot strip types itself. */
  loadStripTypes: () => Promise<StripTypes>;
}

/**
 * Starts the page's WebContainer.
 * @throws {EngineError} `WEBCONTAINER_…` as in `failures.ts`
 */
export async function bootWebContainer(
  boot: WebContainerBoot,
  options: WebContainerOptions,
): Promise<Engine> {
  const container = await boot.boot(options);
  options.onProgress?.('Asking its Node what it can do…');
  const asked = typeScriptOf(container, options);
  return new WebContainerEngine(container, await answered(asked, options.signal));
}

/** @throws {EngineError} `WEBCONTAINER_LOST` when no answer comes; the signal's reason when it aborts */
async function answered<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const { promise: none, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(failure('LOST')), ANSWER_MS);
  const abort = () => reject(signal?.reason);
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([answer, none]);
  } catch (error) {
    throw signal?.aborted ? signal.reason : (systemError(error) ?? failureOf(error, 'REFUSED'));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

async function typeScriptOf(container: WebContainer, { loadStripTypes }: WebContainerOptions) {
  const run = async (args: string[]): Promise<string> => {
    const process = await container.spawn('node', args);
    let text = '';
    const reader = process.output.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) text += next.value;
    return text;
  };
  return detectTypeScript(run, loadStripTypes);
}

class WebContainerEngine implements Engine {
  readonly name = 'webcontainer';
  readonly workdir: string;
  readonly fs: EngineFileSystem;
  readonly #container: WebContainer;
  readonly #typescript: TypeScriptSupport;
  readonly #running = new Set<WebContainerProcess>();
  #gone: EngineError | undefined;
  #pulse: ReturnType<typeof setTimeout> | undefined;

  constructor(container: WebContainer, typescript: TypeScriptSupport) {
    this.#container = container;
    this.#typescript = typescript;
    this.workdir = container.workdir;
    this.fs = this.#createFileSystem();
  }

  async mount(tree: FileSystemTree, options: { mountPoint?: string } = {}): Promise<void> {
    const mountPoint = this.#relative(options.mountPoint ?? '.');
    const prepared = this.#typescript.prepare(tree);
    if (mountPoint === '.') {
      await this.#ask(() => this.#container.mount(clientTree(prepared)));
      return;
    }
    // The client adds to a directory; it makes none.
    await this.#ask(() => this.#container.fs.mkdir(mountPoint, { recursive: true }));
    await this.#ask(() => this.#container.mount(clientTree(prepared), { mountPoint }));
  }

  /** @throws {EngineError} also `ENGINE_UNSUPPORTED_OPTION` for `onOutput` and `onTrace`: the client has neither */
  async spawn(
    command: string,
    args: readonly string[],
    { cwd, env, terminal, signal, onOutput, onTrace }: SpawnOptions = {},
  ): Promise<EngineProcess> {
    if (onOutput !== undefined) {
      throw new EngineError(
        'ENGINE_UNSUPPORTED_OPTION',
        'A WebContainer merges standard output and error, so onOutput cannot tell them apart.',
      );
    }
    if (onTrace !== undefined) {
      throw new EngineError('ENGINE_UNSUPPORTED_OPTION', 'A WebContainer does not trace programs.');
    }
    signal?.throwIfAborted();
    const all = command === 'node' ? [...this.#typescript.flags, ...args] : [...args];
    const spawned = await this.#ask(() =>
      this.#container.spawn(command, all, {
        cwd: this.#relative(cwd ?? '.'),
        ...(env && { env }),
        ...(terminal && { terminal }),
      }),
    );
    const process = new WebContainerProcess(spawned);
    this.#follow(process, signal);
    return process;
  }

  teardown(): void {
    this.#end(new EngineError('ENGINE_TORN_DOWN', 'The engine was torn down. Boot another one.'));
    this.#container.teardown();
  }

  #follow(process: WebContainerProcess, signal: AbortSignal | undefined): void {
    this.#running.add(process);
    this.#pulse ??= setTimeout(() => void this.#feelPulse(), PULSE_MS);
    const kill = () => process.kill();
    signal?.addEventListener('abort', kill, { once: true });
    const forget = () => {
      signal?.removeEventListener('abort', kill);
      this.#running.delete(process);
    };
    process.trouble.addEventListener('abort', forget, { once: true });
    void process.exit.then(forget);
  }

  /** A program that waits prints nothing; only asking tells it from one whose instance is gone. */
  async #feelPulse(): Promise<void> {
    this.#pulse = undefined;
    if (this.#running.size === 0 || this.#gone !== undefined) return;
    // A failure marks the instance as lost, which is all there is to do.
    await this.#ask(() => this.#container.fs.readdir('.')).catch(() => undefined);
    if (this.#gone === undefined) {
      this.#pulse = setTimeout(() => void this.#feelPulse(), PULSE_MS);
    }
  }

  /** Asks the instance for something, and marks it as lost when it does not answer. */
  async #ask<T>(question: () => Promise<T>): Promise<T> {
    if (this.#gone !== undefined) throw this.#gone;
    try {
      return await answered(question(), undefined);
    } catch (error) {
      if (error instanceof EngineError && error.code === LOST) this.#end(error);
      throw error;
    }
  }

  #end(why: EngineError): void {
    this.#gone ??= why;
    clearTimeout(this.#pulse);
    for (const process of this.#running) process.fail(why);
  }

  /** The client takes paths below its working directory. */
  #relative(path: string): string {
    const absolute = resolvePath(this.workdir, path);
    if (absolute === this.workdir) return '.';
    if (absolute.startsWith(`${this.workdir}/`)) return absolute.slice(this.workdir.length + 1);
    throw new EngineError('EACCES', `${path} lies outside of ${this.workdir}.`);
  }

  #createFileSystem(): EngineFileSystem {
    const { fs } = this.#container;
    const at = (path: string) => this.#relative(path);
    const ask = <T>(question: () => Promise<T>) => this.#ask(question);
    function readFile(path: string, encoding: 'utf8'): Promise<string>;
    function readFile(path: string): Promise<Uint8Array>;
    function readFile(path: string, encoding?: 'utf8'): Promise<string | Uint8Array> {
      return encoding === undefined
        ? ask(() => fs.readFile(at(path)))
        : ask(() => fs.readFile(at(path), encoding));
    }
    return {
      readFile,
      writeFile: (path, contents) => ask(() => fs.writeFile(at(path), contents)),
      readdir: (path) => ask(() => fs.readdir(at(path))),
      async mkdir(path, options) {
        if (options?.recursive) await ask(() => fs.mkdir(at(path), { recursive: true }));
        else await ask(() => fs.mkdir(at(path)));
      },
      rm: (path, options) => ask(() => fs.rm(at(path), options)),
    };
  }
}

/** Node's error codes come at the start of a message, because only messages cross the connection. */
function systemError(error: unknown): EngineError | undefined {
  if (!(error instanceof Error) || error instanceof EngineError) return undefined;
  const code = /\b(E[A-Z]{3,})\b/.exec(error.message)?.[1];
  return code === undefined ? undefined : new EngineError(code, error.message, { cause: error });
}

/** Without what a build derived for the embedded engine. */
function clientTree(tree: FileSystemTree): Parameters<WebContainer['mount']>[0] & object {
  const entries = Object.entries(tree).map(([name, node]) => {
    if ('directory' in node) return [name, { directory: clientTree(node.directory) }];
    return [name, { file: { contents: node.file.contents } }];
  });
  return Object.fromEntries(entries);
}
