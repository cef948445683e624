/** A client of WebDriver BiDi: commands and their answers by id, over one socket. */

type Result = Record<string, unknown>;
interface Answer {
  id?: number;
  result?: Result;
  error?: string;
  message?: string;
}
interface Waiting {
  resolve(result: Result): void;
  reject(error: Error): void;
}

export class BidiConnection implements AsyncDisposable {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(data as string) as Answer);
    socket.onclose = () => this.#fail();
  }

  /** @throws {Error} when nobody listens there */
  static async open(url: string): Promise<BidiConnection> {
    const socket = new WebSocket(url);
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = () => reject(new Error(`${url} does not answer`));
    });
    return new BidiConnection(socket);
  }

  /** @throws {Error} with the browser's words when it refuses, or when it is gone */
  send(method: string, params: unknown): Promise<Result> {
    const id = ++this.#last;
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.#waiting.set(id, {
      resolve,
      reject: ({ message }) => reject(new Error(`${method}: ${message}`)),
    });
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify({ id, method, params }));
    } else {
      this.#fail();
    }
    return promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#socket.close();
  }

  #receive({ id, result, error, message }: Answer): void {
    const waiting = this.#waiting.get(id ?? 0);
    if (!waiting || id === undefined) return; // An event; none is subscribed to.
    this.#waiting.delete(id);
    if (result) waiting.resolve(result);
    else waiting.reject(new Error(`${error}: ${message}`));
  }

  #fail(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('the connection is closed'));
    this.#waiting.clear();
  }
}
