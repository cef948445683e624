/**
 * A static server for the built site: for `npm start`, for Playwright, and for whoever wants to see
 * what a host makes of `dist`. Its own, because it must do three things that the common ones do
 * not do together: apply `_headers`, leave it out on request (a host without headers), and serve
 * the site below a path.
 *
 * Usage: `node src/tools/serve.ts [--root dist] [--port 4321] [--base /below/] [--no-headers]`
 */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { constants, createBrotliCompress } from 'node:zlib';
import { contentType } from './content-type.ts';
import { type HeaderRule, headersFor, parseHeadersFile } from './headers-file.ts';

const HOST = '127.0.0.1';
const PORTS_TRIED = 50;

export interface ServeOptions {
  /** The directory to serve. */
  root: string;
  /** Where to listen; the next free port is taken when it is not free. 0 takes any. */
  port?: number;
  /** The path under which the site stands, with a slash at both ends. */
  base?: string;
  /** Whether the `_headers` file of the site is applied. */
  headers?: boolean;
  /** Whether text is sent compressed, as the common hosts do; to measure, since it takes time. */
  compress?: boolean;
}

export interface RunningServer extends AsyncDisposable {
  /** The address of the site's home page. */
  readonly url: string;
}

interface Site {
  root: string;
  base: string;
  rules: HeaderRule[];
  compress: boolean;
}

interface Answer {
  status: 200 | 404;
  file: string;
}

/** Serves `root` on the loopback interface until the result is disposed of. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { root, port = 4321, base = '/', headers = true, compress = false } = options;
  const site: Site = { root, base, rules: headers ? await readRules(root) : [], compress };
  const server = createServer((request, response) => {
    answer(site, request, response).catch((error: unknown) => {
      console.error(`Serving ${request.url}:`, error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const actualPort = await listen(server, port);
  return {
    url: `http://${HOST}:${actualPort}${base}`,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function readRules(root: string): Promise<HeaderRule[]> {
  const file = join(root, '_headers');
  if ((await kindOf(file)) !== 'file') return [];
  return parseHeadersFile(await readFile(file, 'utf8'));
}

async function listen(server: Server, first: number): Promise<number> {
  const last = first === 0 ? 0 : first + PORTS_TRIED - 1;
  for (let port = first; port <= last; port += 1) {
    if (!(await tryToListen(server, port))) continue;
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  }
  throw new Error(
    `No free port from ${first} to ${last} on ${HOST}. End one of the servers that use them, or ` +
      'pass another --port.',
  );
}

/** Resolves to false when somebody else listens on `port`. */
function tryToListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    server.once('error', onError);
    server.listen(port, HOST, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const url = new URL(request.url ?? '/', `http://${HOST}`);
  const path = pathWithin(site.base, url.pathname);
  const folder = path === undefined ? undefined : join(site.root, path);
  if (folder !== undefined && !path?.endsWith('/') && (await kindOf(folder)) === 'directory') {
    response.writeHead(308, { Location: `${url.pathname}/${url.search}` }).end();
    return;
  }
  const found = await findFile(site.root, path);
  const type = contentType(found?.file ?? '.txt');
  const isCompressed = site.compress && isText.test(type) && acceptsBrotli(request);
  const headers = {
    'Cache-Control': 'no-cache',
    ...headersFor(site.rules, url.pathname),
    'Content-Type': type,
    ...(isCompressed && { 'Content-Encoding': 'br', Vary: 'Accept-Encoding' }),
  };
  response.writeHead(found?.status ?? 404, headers);
  if (request.method === 'HEAD' || found === undefined) response.end();
  else await pipeline(readingOf(found.file, isCompressed), response).catch(ignoreHangUp);
}

const isText = /^text\/|javascript|json|svg/;

function acceptsBrotli({ headers }: IncomingMessage): boolean {
  return /\bbr\b/.test(String(headers['accept-encoding']));
}

function readingOf(file: string, isCompressed: boolean): Readable {
  const bytes = createReadStream(file);
  if (!isCompressed) return bytes;
  const packed = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  bytes.on('error', (error) => packed.destroy(error));
  return bytes.pipe(packed);
}

/** The file that answers `path`, else the site's own 404 page, if it has one. */
async function findFile(root: string, path: string | undefined): Promise<Answer | undefined> {
  if (path !== undefined && !isPrivate(path)) {
    const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
    if ((await kindOf(file)) === 'file') return { status: 200, file };
  }
  const notFound = join(root, '404.html');
  return (await kindOf(notFound)) === 'file' ? { status: 404, file: notFound } : undefined;
}

/**
 * The decoded path of `pathname` below `base`, or undefined when it lies elsewhere. `URL` has
 * resolved `..` already, but not one that was percent-encoded together with its slash.
 */
function pathWithin(base: string, pathname: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  try {
    const path = decodeURIComponent(pathname.slice(base.length - 1));
    return path.split(/[\\/]/).includes('..') || path.includes('\0') ? undefined : path;
  } catch {
    return undefined; // Not a valid encoding, so no file has this name.
  }
}

/** Hosts read `_headers` and do not serve it; dot files are the build's own. */
function isPrivate(path: string): boolean {
  return path === '/_headers' || path.split('/').some((part) => part.startsWith('.'));
}

const hangUps = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE', 'ECONNRESET']);

/** A browser that closes the page in the middle of a download is no error of the server. */
function ignoreHangUp(error: NodeJS.ErrnoException): void {
  if (!hangUps.has(error.code ?? '')) throw error;
}

async function kindOf(file: string): Promise<'file' | 'directory' | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return 'file';
  return found?.isDirectory() ? 'directory' : undefined;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      root: { type: 'string', default: 'dist' },
      port: { type: 'string', default: '4321' },
      base: { type: 'string', default: '/' },
      'no-headers': { type: 'boolean', default: false },
    },
  });
  const { url } = await serve({
    root: values.root,
    port: Number(values.port),
    base: values.base,
    headers: !values['no-headers'],
  });
  console.log(`Serving ${values.root} at ${url}`);
}
