/** A client of WebDriver, as far as the tests need it: one session of a driver that is running. */

export class WebDriverSession implements AsyncDisposable {
  readonly capabilities: Record<string, unknown>;
  readonly #path: string;

  private constructor(path: string, capabilities: Record<string, unknown>) {
    this.#path = path;
    this.capabilities = capabilities;
  }

  /** @throws {Error} with the driver's words when no browser starts */
  static async open(driver: string): Promise<WebDriverSession> {
    // A conformance program's own limit is the only one; `null` is none.
    const wanted = { alwaysMatch: { timeouts: { script: null } } };
    const value = await command('POST', `${driver}/session`, { capabilities: wanted });
    const { sessionId, capabilities } = value as {
      sessionId: string;
      capabilities: Record<string, unknown>;
    };
    return new WebDriverSession(`${driver}/session/${sessionId}`, capabilities);
  }

  async navigate(url: string): Promise<void> {
    await command('POST', `${this.#path}/url`, { url });
  }

  async resize(width: number, height: number): Promise<void> {
    await command('POST', `${this.#path}/window/rect`, { x: 0, y: 0, width, height });
  }

  /** @param action an expression: an async function whose result is text */
  async call(action: string): Promise<string> {
    const script = `const done = arguments[0]; (${action})().then(done);`;
    return (await command('POST', `${this.#path}/execute/async`, { script, args: [] })) as string;
  }

  async perform(actions: unknown): Promise<void> {
    await command('POST', `${this.#path}/actions`, { actions });
    // Else the driver leaves out a move after a page was left, as if the pointer were there.
    await command('DELETE', `${this.#path}/actions`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await command('DELETE', this.#path);
  }
}

async function command(method: string, url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${error}: ${message}`);
}
