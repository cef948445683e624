/** A host whose network, deployments and faults a test decides, in front of the site as it is built. */

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, serve } from '../src/tools/serve.ts';

export interface Fault {
  status: number;
  body: string;
  location?: string;
}

export class HostDouble implements AsyncDisposable {
  /** What is answered instead of the file at a path. */
  readonly faults = new Map<string, Fault>();
  /** Paths that were asked for. */
  readonly asked: string[] = [];
  readonly #headers: boolean;
  #site: RunningServer | undefined;
  #server: Server | undefined;
  #port = 0;
  #held: Promise<void> | undefined;

  private constructor(headers: boolean) {
    this.#headers = headers;
  }

  /** @param headers whether the host sends the headers of the site */
  static async open(root: string, headers: boolean): Promise<HostDouble> {
    const host = new HostDouble(headers);
    await host.deploy(root);
    await host.start();
    return host;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  /** From now on the host serves another build. */
  async deploy(root: string): Promise<void> {
    const before = this.#site;
    this.#site = await serve({ root, port: 0, headers: this.#headers });
    await before?.[Symbol.asyncDispose]();
  }

  /** Answers nothing until the result is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held = promise;
    return () => {
      this.#held = undefined;
      resolve();
    };
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const path = request.url ?? '/';
      this.asked.push(path);
      const reply = async (): Promise<void> => {
        await this.#held;
        const fault = this.faults.get(path);
        if (fault) {
          const location = fault.location === undefined ? {} : { Location: fault.location };
          response.writeHead(fault.status, { 'Content-Type': 'text/html', ...location });
          response.end(fault.body);
          return;
        }
        const answer = await fetch(new URL(path, this.#site?.url), { redirect: 'manual' });
        const { 'content-encoding': _, ...headers } = Object.fromEntries(answer.headers);
        response.writeHead(answer.status, headers);
        response.end(new Uint8Array(await answer.arrayBuffer()));
      };
      reply().catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address !== null) this.#port = address.port;
    this.#server = server;
  }

  /** The train enters the tunnel. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    await this.#site?.[Symbol.asyncDispose]();
  }
}

/** A copy of a built site that a test may change. */
export async function copySite(root: string): Promise<AsyncDisposable & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'interleave-site-'));
  await cp(root, folder, { recursive: true });
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
