/** An engine and a terminal for the tests of the playground, which steer them by hand. */
import type {
  Engine,
  EngineFileSystem,
  EngineProcess,
  FileSystemTree,
  TerminalSize,
} from '../engine/engine.ts';
import type { Disposable } from './cleanup.ts';
import type { TerminalPort } from './terminal-port.ts';

export class FakeProcess implements EngineProcess {
  readonly output: ReadableStream<string>;
  readonly input: WritableStream<string>;
  readonly exit: Promise<number>;
  readonly typed: string[] = [];
  readonly sizes: TerminalSize[] = [];
  killed = false;
  readonly #exit = Promise.withResolvers<number>();
  #controller: ReadableStreamDefaultController<string> | undefined;

  constructor() {
    this.output = new ReadableStream({
      start: (controller) => {
        this.#controller = controller;
      },
    });
    this.input = new WritableStream({ write: (data) => void this.typed.push(data) });
    this.exit = this.#exit.promise;
  }

  print(text: string): void {
    this.#controller?.enqueue(text);
  }

  end(code: number): void {
    if (!this.killed) this.#controller?.close();
    this.#exit.resolve(code);
  }

  kill(): void {
    this.killed = true;
    this.#exit.resolve(137);
  }

  resize(size: TerminalSize): void {
    this.sizes.push(size);
  }
}

export class FakeEngine implements Engine {
  readonly name = 'embedded';
  readonly workdir = '/home/reader';
  readonly mounted: { tree: FileSystemTree; mountPoint: string | undefined }[] = [];
  readonly spawned: { line: string; cwd: string | undefined; process: FakeProcess }[] = [];

  readonly removed: string[] = [];
  readonly fs: EngineFileSystem = {
    readFile: () => this.#refuse(),
    writeFile: () => this.#refuse(),
    readdir: () => this.#refuse(),
    mkdir: () => this.#refuse(),
    rm: async (path) => void this.removed.push(path),
  };

  async mount(tree: FileSystemTree, options: { mountPoint?: string } = {}): Promise<void> {
    this.mounted.push({ tree, mountPoint: options.mountPoint });
  }

  async spawn(command: string, args: readonly string[], options: { cwd?: string } = {}) {
    const process = new FakeProcess();
    this.spawned.push({ line: [command, ...args].join(' '), cwd: options.cwd, process });
    return process;
  }

  teardown(): void {
    for (const { process } of this.spawned) process.kill();
  }

  #refuse(): never {
    throw new Error('The playground only removes files of an engine.');
  }
}

export class FakeTerminal implements TerminalPort {
  readonly size = { cols: 80, rows: 24 };
  readonly overflowed = false;
  text = '';
  opened = 0;
  disposed = false;
  /** When set, writes stay pending until the test calls what is pushed here. */
  pending: (() => void)[] | undefined;
  readonly #inputs = new Set<(data: string) => void>();
  readonly #resizes = new Set<(size: TerminalSize) => void>();

  write(data: string): Promise<void> {
    this.text += data;
    const { pending } = this;
    return pending === undefined ? Promise.resolve() : new Promise((done) => pending.push(done));
  }

  open(): void {
    this.opened += 1;
    this.text = '';
  }

  close(): void {
    this.pending = undefined;
  }

  type(data: string): void {
    for (const listener of this.#inputs) listener(data);
  }

  resize(size: TerminalSize): void {
    for (const listener of this.#resizes) listener(size);
  }

  onInput(listener: (data: string) => void): Disposable {
    this.#inputs.add(listener);
    return { dispose: () => void this.#inputs.delete(listener) };
  }

  onResize(listener: (size: TerminalSize) => void): Disposable {
    this.#resizes.add(listener);
    return { dispose: () => void this.#resizes.delete(listener) };
  }

  dispose(): void {
    this.disposed = true;
  }
}

/** Lets everything that is ready run. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
