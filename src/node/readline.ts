/** `node:readline` and `node:readline/promises`. Follows `lib/internal/readline/interface.js`. */
import { EventEmitter } from './events.ts';
import { type Completer, Completion, commonPrefix } from './internal/completion.ts';
import { displayPlace } from './internal/display.ts';
import { AbortError, invalidArgType, invalidArgValue, nodeError } from './internal/errors.ts';
import { inspect } from './internal/inspect.ts';
import { emitKeypressEvents, type Key } from './internal/keypress.ts';
import { LineEditor } from './internal/line-editor.ts';
import { LineIterator } from './internal/line-iterator.ts';
import { clearLine, clearScreenDown, cursorTo, moveCursor } from './internal/tty-output.ts';
import {
  validateAbortSignal,
  validateFunction,
  validateInteger,
  validateNumber,
} from './internal/validators.ts';
import type { Readable, Writable } from './stream.ts';
import { StringDecoder } from './string_decoder.ts';

type Input = Readable & { isTTY?: boolean; setRawMode?: (isRaw: boolean) => unknown };
type Output = Writable & { isTTY?: boolean; columns?: number };

interface InterfaceOptions {
  input: Input;
  output?: Output | null;
  completer?: Completer;
  terminal?: boolean;
  prompt?: string;
  history?: string[];
  historySize?: number;
  removeHistoryDuplicates?: boolean;
  crlfDelay?: number;
  escapeCodeTimeout?: number;
  tabSize?: number;
  signal?: AbortSignal;
}

type Answer = (line: string) => void;

const lineEnding = /\r\n|\n|\r|\u2028|\u2029/g;
/** Milliseconds within which a line feed belongs to the carriage return before it. */
const CRLF_DELAY = 100;
const ESCAPE_TIMEOUT = 500;
const UNDO = '\x1f';
const REDO = '\x1e';

export class Interface extends EventEmitter {
  readonly input: Input;
  readonly output: Output | null | undefined;
  readonly terminal: boolean;
  readonly crlfDelay: number;
  readonly escapeCodeTimeout: number;
  readonly tabSize: number;
  readonly historySize: number;
  completer: Completer | undefined;
  isCompletionEnabled = true;
  /** Undefined until it is closed, as Node has it. */
  closed: boolean | undefined = undefined;
  paused = false;
  prevRows = 0;
  readonly #editor: LineEditor;
  readonly #decoder = new StringDecoder('utf8');
  #prompt: string;
  #savedPrompt = '';
  #answer: Answer | undefined;
  #rest = '';
  /** When a carriage return ended what came: a line feed soon after belongs to it. */
  #sawReturnAt = 0;
  #previousKey: Partial<Key> | undefined;
  #lines: LineIterator | undefined;
  readonly #detach: () => void;

  constructor(
    first: Input | InterfaceOptions,
    output?: Output,
    completer?: Completer,
    terminal?: boolean,
  ) {
    super();
    const isOptions = (first as InterfaceOptions | undefined)?.input !== undefined;
    const options = (
      isOptions ? first : { input: first, output, completer, terminal }
    ) as InterfaceOptions;
    checkOptions(options);
    const { history = [], historySize = 30, removeHistoryDuplicates = false, signal } = options;
    this.input = options.input;
    this.output = options.output;
    this.terminal = options.terminal ?? options.output?.isTTY === true;
    this.crlfDelay = Math.max(CRLF_DELAY, options.crlfDelay || 0);
    this.escapeCodeTimeout = options.escapeCodeTimeout ?? ESCAPE_TIMEOUT;
    this.tabSize = options.tabSize ?? 8;
    this.historySize = historySize;
    this.completer = options.completer;
    this.#prompt = options.prompt === undefined ? '> ' : String(options.prompt);
    this.#editor = new LineEditor({ history, historySize, removeHistoryDuplicates });
    this.#detach = this.terminal ? this.#attachKeys() : this.#attachLines();
    this.input.resume();
    if (!signal) return;
    const onAbort = (): void => this.close();
    if (signal.aborted) queueMicrotask(onAbort);
    else {
      signal.addEventListener('abort', onAbort, { once: true });
      this.once('close', () => signal.removeEventListener('abort', onAbort));
    }
  }

  get line(): string {
    return this.terminal ? this.#editor.line : this.#rest;
  }

  set line(text: string) {
    if (this.terminal) this.#editor.set(text, Math.min(this.#editor.cursor, text.length));
    else this.#rest = text;
  }

  get cursor(): number {
    return this.#editor.cursor;
  }

  set cursor(place: number) {
    this.#editor.cursor = place;
  }

  get history(): string[] {
    return this.#editor.history;
  }

  get columns(): number {
    return this.output?.columns ?? Number.POSITIVE_INFINITY;
  }

  getPrompt(): string {
    return this.#prompt;
  }

  setPrompt(prompt: string): void {
    this.#prompt = prompt;
  }

  getCursorPos(): { rows: number; cols: number } {
    return this.#placeOf(this.#prompt + this.#editor.before);
  }

  prompt(preserveCursor?: boolean): void {
    this.#assertOpen();
    if (this.paused) this.resume();
    if (!this.terminal) return this._writeToOutput(this.#prompt);
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
    const onAbort = (): void => this.cancelQuestion();
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

  protected cancelQuestion(): void {
    if (!this.#answer) return;
    this.#answer = undefined;
    this.#prompt = this.#savedPrompt;
    this.clearLine();
  }

  /** Gives up the line that is being typed. */
  clearLine(): void {
    this.#move(Number.POSITIVE_INFINITY);
    this._writeToOutput('\r\n');
    this.#editor.set('');
    this.#rest = '';
    this.prevRows = 0;
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
    if (this.terminal) {
      const text = data === null || data === undefined ? undefined : String(data);
      this.#press(text, key ?? {});
    } else if (data !== undefined) this.#feed(this.#decoder.write(data));
  }

  /** One for all loops over the lines, as in Node. */
  [Symbol.asyncIterator](): LineIterator {
    this.#lines ??= new LineIterator(this);
    return this.#lines;
  }

  /** Programs are known to put their own in its place: to hide what is typed. */
  _writeToOutput(text: string): void {
    this.output?.write(text);
  }

  #attachLines(): () => void {
    const onData = (chunk: unknown): void => this.#feed(this.#decoder.write(chunk));
    const onEnd = (): void => {
      const rest = this.#rest;
      this.#rest = '';
      if (rest !== '') this.#onLine(rest);
      this.close();
    };
    const onError = (error: unknown): void => void this.emit('error', error);
    return this.#listen({ data: onData, end: onEnd, error: onError });
  }

  #attachKeys(): () => void {
    emitKeypressEvents(this.input as unknown as EventEmitter, this);
    const onKey = (text: string | undefined, key: Key): void => this.#press(text, key);
    const onEnd = (): void => {
      if (this.line !== '') this.emit('line', this.line);
      this.close();
    };
    const onError = (error: unknown): void => void this.emit('error', error);
    const stop = this.#listen({ keypress: onKey as never, end: onEnd, error: onError });
    const onResize = (): void => this.#refresh();
    this.output?.on('resize', onResize);
    this.input.setRawMode?.(true);
    return () => {
      stop();
      this.output?.removeListener('resize', onResize);
    };
  }

  #listen(listeners: Record<string, (what: unknown) => void>): () => void {
    const all = Object.entries(listeners);
    for (const [name, listener] of all) this.input.on(name, listener);
    return () => {
      for (const [name, listener] of all) this.input.removeListener(name, listener);
    };
  }

  #feed(text: string): void {
    const isSoon = this.#sawReturnAt > 0 && Date.now() - this.#sawReturnAt <= this.crlfDelay;
    const given = isSoon && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') this.#sawReturnAt = text.endsWith('\r') ? Date.now() : 0;
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

  #finishLine(): void {
    this.#move(Number.POSITIVE_INFINITY);
    this._writeToOutput('\r\n');
    this.prevRows = 0;
    const { line, isNew } = this.#editor.finish();
    if (isNew) this.emit('history', this.history);
    // A listener may have changed it there.
    this.#onLine(isNew ? (this.history[0] ?? '') : line);
  }

  #press(text: string | undefined, key: Partial<Key>): void {
    const previous = this.#previousKey;
    this.#previousKey = key;
    const isArrow = key.name === 'up' || key.name === 'down';
    if (!isArrow || key.ctrl || key.meta || key.shift) this.#editor.forgetSearch();
    if (text?.startsWith(UNDO)) return this.#show(this.#editor.undo());
    if (text?.startsWith(REDO)) return this.#show(this.#editor.redo());
    if (key.name === 'escape') return undefined;
    if (key.ctrl) return this.#control(key);
    if (key.meta) return this.#meta(key.name);
    if (key.name !== 'enter') this.#sawReturnAt = 0;
    return this.#plain(text, key, previous);
  }

  #control(key: Partial<Key>): void {
    const editor = this.#editor;
    switch (key.name) {
      case 'c':
        if (this.listenerCount('SIGINT') > 0) this.emit('SIGINT');
        else this.close();
        break;
      case 'd':
        if (editor.line === '') this.close();
        else this.#show(editor.delete(0, editor.rightLength));
        break;
      case 'h':
        this.#show(editor.delete(editor.leftLength, 0));
        break;
      case 'u':
        this.#show(editor.delete(editor.cursor, 0, true));
        break;
      case 'k':
        this.#show(editor.delete(0, editor.after.length, true));
        break;
      case 'w':
        this.#show(editor.delete(editor.leftWord, 0));
        break;
      case 'backspace':
        this.#show(editor.delete(key.shift ? editor.cursor : editor.leftWord, 0, key.shift));
        break;
      case 'delete':
        if (key.shift) this.#show(editor.delete(0, editor.after.length, true));
        else this.#show(editor.delete(0, editor.rightWordToDelete));
        break;
      case 'a':
        this.#move(Number.NEGATIVE_INFINITY);
        break;
      case 'e':
        this.#move(Number.POSITIVE_INFINITY);
        break;
      case 'b':
        this.#move(-editor.leftLength);
        break;
      case 'f':
        this.#move(editor.rightLength);
        break;
      case 'left':
        this.#move(-editor.leftWord);
        break;
      case 'right':
        this.#move(editor.rightWord);
        break;
      case 'l':
        if (this.output) {
          cursorTo(this.output, 0, 0);
          clearScreenDown(this.output);
        }
        this.#refresh();
        break;
      case 'n':
        this.#show(editor.recall(-1));
        break;
      case 'p':
        this.#show(editor.recall(1));
        break;
      case 'y':
        if (editor.cut !== '') this.#insert(editor.cut);
        break;
      default:
        // Node too ignores the other control keys.
        break;
    }
  }

  #meta(name: string | undefined): void {
    const editor = this.#editor;
    switch (name) {
      case 'b':
        this.#move(-editor.leftWord);
        break;
      case 'f':
        this.#move(editor.rightWord);
        break;
      case 'd':
      case 'delete':
        this.#show(editor.delete(0, editor.rightWordToDelete));
        break;
      case 'backspace':
        this.#show(editor.delete(editor.leftWord, 0));
        break;
      case 'y':
        this.#show(editor.yankBefore());
        break;
      default:
        // Node too ignores the other keys with Alt.
        break;
    }
  }

  #plain(text: string | undefined, key: Partial<Key>, previous: Partial<Key> | undefined): void {
    const editor = this.#editor;
    switch (key.name) {
      case 'return':
        this.#sawReturnAt = Date.now();
        return this.#finishLine();
      case 'enter': {
        const isOfReturn =
          this.#sawReturnAt > 0 && Date.now() - this.#sawReturnAt <= this.crlfDelay;
        this.#sawReturnAt = 0;
        return isOfReturn ? undefined : this.#finishLine();
      }
      case 'backspace':
        return this.#show(editor.delete(editor.leftLength, 0));
      case 'delete':
        return this.#show(editor.delete(0, editor.rightLength));
      case 'left':
        return this.#move(-editor.leftLength);
      case 'right':
        return this.#move(editor.rightLength);
      case 'home':
        return this.#move(Number.NEGATIVE_INFINITY);
      case 'end':
        return this.#move(Number.POSITIVE_INFINITY);
      case 'up':
        return this.#show(editor.recall(1));
      case 'down':
        return this.#show(editor.recall(-1));
      case 'tab':
        if (this.completer && this.isCompletionEnabled) {
          return this.#complete(previous?.name === 'tab');
        }
        return this.#type(text);
      default:
        return this.#type(text);
    }
  }

  /** Text, in which lines may end. */
  #type(text: string | undefined): void {
    if (!text) return;
    const lines = text.split(lineEnding);
    for (const [at, line] of lines.entries()) {
      if (at > 0) this.#finishLine();
      if (line !== '') this.#insert(line);
    }
  }

  #insert(text: string): void {
    const isAtEnd = this.#editor.after === '';
    const before = this.getCursorPos();
    this.#editor.insert(text);
    if (isAtEnd && this.getCursorPos().rows === before.rows) this._writeToOutput(text);
    else this.#refresh();
  }

  #move(by: number): void {
    if (by === 0) return;
    const editor = this.#editor;
    const before = this.getCursorPos();
    editor.cursor = Math.max(0, Math.min(editor.line.length, editor.cursor + by));
    const { rows, cols } = this.getCursorPos();
    if (rows !== before.rows) this.#refresh();
    else if (this.output) moveCursor(this.output, cols - before.cols, 0);
  }

  #show(hasChanged: boolean): void {
    if (hasChanged) this.#refresh();
  }

  #complete(isSecond: boolean): void {
    const { completer } = this;
    if (!completer) return;
    this.pause();
    const done = (error: unknown, found?: [string[], string]): void => {
      this.resume();
      if (error) this._writeToOutput(`Tab completion error: ${inspect(error)}`);
      else if (found) this.#takeCompletion(new Completion(...found), isSecond);
    };
    this.runCompleter(completer, this.#editor.before, done);
  }

  /** Node tells the ways to complete apart by the number of parameters. */
  protected runCompleter(
    completer: Completer,
    text: string,
    done: (error: unknown, found?: [string[], string]) => void,
  ): void {
    if (completer.length === 2) completer(text, done);
    else done(null, completer(text, done) as [string[], string]);
  }

  #takeCompletion({ candidates, typed }: Completion, isSecond: boolean): void {
    if (candidates.length === 0) return;
    const prefix = commonPrefix(candidates.filter((each) => each !== ''));
    if (prefix.startsWith(typed) && prefix.length > typed.length) {
      return this.#insert(prefix.slice(typed.length));
    }
    if (!typed.startsWith(prefix)) {
      this.#editor.delete(typed.length, 0);
      this.#editor.insert(prefix);
      return this.#refresh();
    }
    if (!isSecond) return;
    this._writeToOutput(Completion.table(candidates, this.columns));
    this.#refresh();
  }

  #refresh(): void {
    const line = this.#prompt + this.#editor.line;
    const end = this.#placeOf(line);
    const cursor = this.getCursorPos();
    const { output } = this;
    if (output) {
      if (this.prevRows > 0) moveCursor(output, 0, -this.prevRows);
      cursorTo(output, 0);
      clearScreenDown(output);
    }
    this._writeToOutput(line);
    // Makes a terminal begin the next row.
    if (end.cols === 0) this._writeToOutput(' ');
    if (output) {
      cursorTo(output, cursor.cols);
      if (end.rows > cursor.rows) moveCursor(output, 0, cursor.rows - end.rows);
    }
    this.prevRows = cursor.rows;
  }

  #placeOf(text: string): { rows: number; cols: number } {
    return displayPlace(text, this.columns, this.tabSize);
  }

  #assertOpen(): void {
    if (this.closed) throw nodeError('ERR_USE_AFTER_CLOSE', 'readline was closed');
  }
}

function checkOptions(options: InterfaceOptions): void {
  const { input, completer, history, historySize, escapeCodeTimeout, tabSize, signal } = options;
  if (typeof input?.on !== 'function') throw invalidArgType('input', 'Stream', input);
  validateAbortSignal(signal, 'options.signal');
  if (completer !== undefined && completer !== null && typeof completer !== 'function') {
    throw invalidArgValue('completer', completer);
  }
  if (history !== undefined && !Array.isArray(history)) {
    throw invalidArgType('history', 'Array', history);
  }
  if (historySize !== undefined) validateNumber(historySize, 'size', 0);
  if (escapeCodeTimeout !== undefined && !Number.isFinite(escapeCodeTimeout)) {
    // Node shows its default there.
    throw invalidArgValue('input.escapeCodeTimeout', ESCAPE_TIMEOUT);
  }
  if (tabSize !== undefined) validateInteger(tabSize, 'tabSize', 1);
}

class PromiseInterface extends Interface {
  protected override runCompleter(
    completer: Completer,
    text: string,
    done: (error: unknown, found?: [string[], string]) => void,
  ): void {
    void Promise.resolve()
      .then(() => completer(text) as [string[], string])
      .then(
        (found) => done(null, found),
        (error: unknown) => done(error),
      );
  }

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
