/** `node:readline` and `node:readline/promises`. Follows `lib/internal/readline/interface.js`. */
import { EventEmitter } from './events.ts';
import { AbortError, invalidArgType, nodeError } from './internal/errors.ts';
import { emitKeypressEvents, type Key, keysOf } from './internal/keypress.ts';
import { LineEditor } from './internal/line-editor.ts';
import { clearLine, clearScreenDown, cursorTo, moveCursor } from './internal/tty-output.ts';
import { validateAbortSignal, validateFunction } from './internal/validators.ts';
import type { Readable, Writable } from './stream.ts';
import { StringDecoder } from './string_decoder.ts';

type Input = Readable & { isTTY?: boolean; setRawMode?: (isRaw: boolean) => unknown };
type Output = Writable & { isTTY?: boolean; columns?: number };

interface InterfaceOptions {
  input: Input;
  output?: Output;
  terminal?: boolean;
  prompt?: string;
  historySize?: number;
  signal?: AbortSignal;
}

type Answer = (line: string) => void;

const lineEnding = /\r\n|\n|\r|\u2028|\u2029/g;

export class Interface extends EventEmitter {
  readonly input: Input;
  readonly output: Output | undefined;
  readonly terminal: boolean;
  /** Undefined until it is closed, as Node has it. */
  closed: boolean | undefined = undefined;
  paused = false;
  readonly #editor: LineEditor;
  readonly #decoder = new StringDecoder('utf8');
  #prompt: string;
  #savedPrompt = '';
  #answer: Answer | undefined;
  #rest = '';
  /** A carriage return ended the last chunk: a line feed that follows belongs to it. */
  #sawReturn = false;
  readonly #detach: () => void;

  constructor(
    first: Input | InterfaceOptions,
    output?: Output,
    _completer?: unknown,
    terminal?: boolean,
  ) {
    super();
    const isOptions = (first as InterfaceOptions | undefined)?.input !== undefined;
    const options = (isOptions ? first : { input: first, output, terminal }) as InterfaceOptions;
    if (typeof options.input?.on !== 'function')
      throw invalidArgType('input', 'Stream', options.input);
    validateAbortSignal(options.signal, 'options.signal');
    this.input = options.input;
    this.output = options.output;
    this.terminal = options.terminal ?? options.output?.isTTY === true;
    this.#prompt = options.prompt === undefined ? '> ' : String(options.prompt);
    this.#editor = new LineEditor(options.historySize ?? 30);
    this.#detach = this.terminal ? this.#attachKeys() : this.#attachLines();
    this.input.resume();
    const { signal } = options;
    if (signal?.aborted) queueMicrotask(() => this.close());
    else signal?.addEventListener('abort', () => this.close(), { once: true });
  }

  get line(): string {
    return this.terminal ? this.#editor.line : this.#rest;
  }

  get cursor(): number {
    return this.#editor.cursor;
  }

  get history(): string[] {
    return this.#editor.history;
  }

  getPrompt(): string {
    return this.#prompt;
  }

  setPrompt(prompt: string): void {
    this.#prompt = prompt;
  }

  getCursorPos(): { rows: number; cols: number } {
    const columns = this.output?.columns ?? Number.POSITIVE_INFINITY;
    const place = this.#prompt.length + this.#editor.cursor;
    return { rows: Math.floor(place / columns), cols: place % columns };
  }

  prompt(preserveCursor?: boolean): void {
    this.#assertOpen();
    if (this.paused) this.resume();
    if (!this.terminal) return void this.output?.write(this.#prompt);
    if (!preserveCursor) this.#editor.cursor = 0;
    this.#refresh();
  }

  question(query: string, ...rest: unknown[]): unknown {
    this.#assertOpen();
    const callback = rest.find((each) => typeof each === 'function') as Answer | undefined;
    const { signal } = (typeof rest[0] === 'object' && rest[0] ? rest[0] : {}) as {
      signal?: AbortSignal;
    };
    validateAbortSignal(signal, 'options.signal');
    if (!callback || signal?.aborted) return undefined;
    const onAbort = (): void => this.#cancelQuestion();
    signal?.addEventListener('abort', onAbort, { once: true });
    this.ask(query, (line) => {
      signal?.removeEventListener('abort', onAbort);
      callback(line);
    });
    return undefined;
  }

  /** Shared with `readline/promises`. */
  protected ask(query: string, answer: Answer): void {
    validateFunction(answer, 'cb');
    if (!this.#answer) {
      this.#savedPrompt = this.#prompt;
      this.#prompt = query;
      this.#answer = answer;
    }
    this.prompt();
  }

  #cancelQuestion(): void {
    this.#answer = undefined;
    this.#prompt = this.#savedPrompt;
    this.#editor.set('');
    this.#rest = '';
    this.output?.write('\r\n');
  }

  protected cancelQuestion(): void {
    this.#cancelQuestion();
  }

  close(): void {
    if (this.closed) return;
    this.pause();
    if (this.terminal) this.input.setRawMode?.(false);
    this.closed = true;
    this.#detach();
    this.emit('close');
  }

  [Symbol.dispose](): void {
    this.close();
  }

  pause(): this {
    this.#assertOpen();
    if (this.paused) return this;
    this.input.pause();
    this.paused = true;
    this.emit('pause');
    return this;
  }

  resume(): this {
    this.#assertOpen();
    if (!this.paused) return this;
    this.input.resume();
    this.paused = false;
    this.emit('resume');
    return this;
  }

  write(data: unknown, key?: Partial<Key>): void {
    this.#assertOpen();
    if (this.paused) this.resume();
    if (!this.terminal) return this.#feed(String(data));
    if (key) return this.#press(data === null ? undefined : String(data), key);
    for (const each of keysOf(String(data))) this.#press(each.sequence, each);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    const lines: string[] = [];
    let wake: (() => void) | undefined;
    const onLine = (line: string): void => {
      lines.push(line);
      wake?.();
    };
    const onClose = (): void => wake?.();
    this.on('line', onLine);
    this.on('close', onClose);
    try {
      while (true) {
        const line = lines.shift();
        if (line !== undefined) yield line;
        else if (this.closed) return;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      this.removeListener('line', onLine);
      this.removeListener('close', onClose);
      this.close();
    }
  }

  #attachLines(): () => void {
    const onData = (chunk: unknown): void => this.#feed(this.#decoder.write(chunk));
    const onEnd = (): void => {
      const rest = this.#rest;
      this.#rest = '';
      if (rest !== '') this.#onLine(rest);
      this.close();
    };
    this.input.on('data', onData);
    this.input.on('end', onEnd);
    return () => {
      this.input.removeListener('data', onData);
      this.input.removeListener('end', onEnd);
    };
  }

  #attachKeys(): () => void {
    emitKeypressEvents(this.input as unknown as EventEmitter);
    const onKey = (text: string | undefined, key: Key): void => this.#press(text, key);
    const onEnd = (): void => this.close();
    this.input.on('keypress', onKey);
    this.input.on('end', onEnd);
    this.input.setRawMode?.(true);
    return () => {
      this.input.removeListener('keypress', onKey);
      this.input.removeListener('end', onEnd);
    };
  }

  #feed(text: string): void {
    let given = text;
    if (this.#sawReturn && given.startsWith('\n')) given = given.slice(1);
    if (text !== '') this.#sawReturn = text.endsWith('\r');
    const lines = (this.#rest + given).split(lineEnding);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#onLine(line);
  }

  #onLine(line: string): void {
    const answer = this.#answer;
    if (!answer) return void this.emit('line', line);
    this.#answer = undefined;
    this.#prompt = this.#savedPrompt;
    answer(line);
  }

  #press(text: string | undefined, key: Partial<Key>): void {
    switch (this.#editor.type(text, key)) {
      case 'line':
        this.output?.write('\r\n');
        return this.#onLine(this.#editor.take());
      case 'interrupt':
        if (this.listenerCount('SIGINT') > 0) return void this.emit('SIGINT');
        return this.close();
      case 'end':
        return this.close();
      default:
        return this.#refresh();
    }
  }

  #refresh(): void {
    const { output } = this;
    if (!output) return;
    const { line, cursor } = this.#editor;
    cursorTo(output, 0);
    clearScreenDown(output);
    output.write(this.#prompt + line);
    cursorTo(output, this.#prompt.length + cursor);
  }

  #assertOpen(): void {
    if (this.closed) throw nodeError('ERR_USE_AFTER_CLOSE', 'readline was closed');
  }
}

class PromiseInterface extends Interface {
  override question(query: string, options: { signal?: AbortSignal } = {}): Promise<string> {
    return new Promise((resolve, reject) => {
      const { signal } = options;
      validateAbortSignal(signal, 'options.signal');
      const fail = (): void => reject(new AbortError(undefined, { cause: signal?.reason }));
      if (signal?.aborted) return fail();
      const onAbort = (): void => {
        this.cancelQuestion();
        fail();
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.ask(query, (line) => {
        signal?.removeEventListener('abort', onAbort);
        resolve(line);
      });
    });
  }
}

/** Cursor actions that are written together. */
class Readline {
  readonly #stream: Writable;
  readonly #todo: (() => void)[] = [];
  readonly #commitsItself: boolean;

  constructor(stream: Writable, options: { autoCommit?: boolean } = {}) {
    this.#stream = stream;
    this.#commitsItself = options.autoCommit === true;
  }

  cursorTo(x: number, y?: number): this {
    return this.#add(() => cursorTo(this.#stream, x, y));
  }

  moveCursor(dx: number, dy: number): this {
    return this.#add(() => moveCursor(this.#stream, dx, dy));
  }

  clearLine(direction: number): this {
    return this.#add(() => clearLine(this.#stream, direction));
  }

  clearScreenDown(): this {
    return this.#add(() => clearScreenDown(this.#stream));
  }

  async commit(): Promise<void> {
    for (const action of this.#todo.splice(0)) action();
  }

  rollback(): this {
    this.#todo.length = 0;
    return this;
  }

  #add(action: () => void): this {
    if (this.#commitsItself) action();
    else this.#todo.push(action);
    return this;
  }
}

type Arguments = ConstructorParameters<typeof Interface>;

export function createReadline(): { readline: object; promises: object } {
  const promises = {
    Interface: PromiseInterface,
    Readline,
    createInterface: (...args: Arguments) => new PromiseInterface(...args),
  };
  const createInterface = (...args: Arguments): Interface => new Interface(...args);
  return {
    readline: {
      Interface,
      clearLine,
      clearScreenDown,
      createInterface,
      cursorTo,
      emitKeypressEvents,
      moveCursor,
      promises,
    },
    promises,
  };
}
