/** What the engine uses of `readable-stream`, which has no types of its own. */
declare module 'readable-stream/lib/stream.js' {
  type Done = (error?: Error | null) => void;

  type Name = string | symbol;
  type Listener = (...args: never[]) => unknown;

  /** The members of the engine's `EventEmitter` in use: an ambient module imports no relative file. */
  class EventEmitter {
    emit(name: Name, ...args: unknown[]): boolean;
    on(name: Name, listener: Listener): this;
    once(name: Name, listener: Listener): this;
    off(name: Name, listener: Listener): this;
    removeListener(name: Name, listener: Listener): this;
    listenerCount(name: Name): number;
  }

  interface StreamOptions {
    highWaterMark?: number;
    objectMode?: boolean;
    autoDestroy?: boolean;
    emitClose?: boolean;
    decodeStrings?: boolean;
    encoding?: string;
    signal?: AbortSignal;
    readableObjectMode?: boolean;
    writableObjectMode?: boolean;
    construct?(done: Done): void;
    read?(this: Readable, size: number): void;
    write?(this: Writable, chunk: unknown, encoding: string, done: Done): void;
    final?(this: Writable, done: Done): void;
    destroy?(error: Error | null, done: Done): void;
  }

  class Readable extends EventEmitter {
    constructor(options?: StreamOptions);
    readonly destroyed: boolean;
    readonly readableEnded: boolean;
    readonly readableObjectMode: boolean;
    readonly readableFlowing: boolean | null;
    readonly readableEncoding: string | null;
    readonly readableLength: number;
    readonly errored: Error | null;
    readable: boolean;
    _read(size: number): void;
    _destroy(error: Error | null, done: Done): void;
    destroy(error?: Error | null): this;
    isPaused(): boolean;
    pause(): this;
    pipe(target: Writable, options?: object): Writable;
    push(chunk: unknown, encoding?: string): boolean;
    read(size?: number): unknown;
    resume(): this;
    setEncoding(encoding: string): this;
    unshift(chunk: unknown, encoding?: string): void;
    [Symbol.asyncIterator](): AsyncIterableIterator<unknown>;
    static from(iterable: unknown, options?: StreamOptions): Readable;
  }

  class Writable extends EventEmitter {
    constructor(options?: StreamOptions);
    readonly destroyed: boolean;
    readonly writableEnded: boolean;
    readonly writableFinished: boolean;
    readonly writableLength: number;
    readonly writableNeedDrain: boolean;
    readonly writableObjectMode: boolean;
    readonly errored: Error | null;
    writable: boolean;
    _write(chunk: unknown, encoding: string, done: Done): void;
    _final(done: Done): void;
    _destroy(error: Error | null, done: Done): void;
    destroy(error?: Error | null): this;
    end(...args: unknown[]): this;
    setDefaultEncoding(encoding: string): this;
    write(chunk: unknown, ...args: unknown[]): boolean;
  }

  class Duplex extends Readable {
    readonly writableObjectMode: boolean;
    readonly writableNeedDrain: boolean;
    writable: boolean;
    end(...args: unknown[]): this;
    write(chunk: unknown, ...args: unknown[]): boolean;
  }

  type Finished = (stream: unknown, options: object, done: Done) => () => void;

  const stream: {
    new (): EventEmitter;
    Readable: typeof Readable;
    Writable: typeof Writable;
    Duplex: typeof Duplex;
    Transform: typeof Duplex;
    PassThrough: typeof Duplex;
    finished: Finished;
    promises: object;
    setDefaultHighWaterMark(isObjectMode: boolean, value: number): void;
  };

  export type { Done, Duplex, Readable, StreamOptions, Writable };
  export default stream;
}

declare module 'readable-stream/lib/ours/primordials.js';
