/** `node:url`: the browser's `URL`, and Node's conversions between file URLs and paths. */
import { resolvePath } from '../shared/paths.ts';
import { invalidArgType, invalidArgValue, nodeError } from './internal/errors.ts';
import { validateString } from './internal/validators.ts';

/** @throws `ERR_INVALID_URL_SCHEME`, `ERR_INVALID_FILE_URL_HOST`, `ERR_INVALID_FILE_URL_PATH` */
export function fileURLToPath(given: string | URL): string {
  if (typeof given !== 'string' && !(given instanceof URL)) {
    throw invalidArgType('path', ['string', 'URL'], given);
  }
  const url = new URL(given);
  if (url.protocol !== 'file:') {
    throw nodeError('ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file', TypeError);
  }
  if (url.hostname !== '') {
    const message = 'File URL host must be "localhost" or empty on linux';
    throw nodeError('ERR_INVALID_FILE_URL_HOST', message, TypeError);
  }
  if (/%2f/i.test(url.pathname)) {
    const message = 'File URL path must not include encoded / characters';
    throw nodeError('ERR_INVALID_FILE_URL_PATH', message, TypeError);
  }
  return decodeURIComponent(url.pathname);
}

const escapes: Record<string, string> = {
  '%': '%25',
  '\\': '%5C',
  '\n': '%0A',
  '\r': '%0D',
  '\t': '%09',
  '?': '%3F',
  '#': '%23',
};

/** @param cwd what a relative path is relative to */
export function pathToFileURL(path: string, cwd: string): URL {
  validateString(path, 'path');
  const resolved = resolvePath(cwd, path);
  const tail = path.endsWith('/') && resolved !== '/' ? '/' : '';
  const escaped = `${resolved}${tail}`.replace(/[%\\\n\r\t?#]/g, (char) => escapes[char] ?? char);
  return new URL(`file://${escaped}`);
}

/** The options of `http.request` that stand for `url`. */
export function urlToHttpOptions(url: URL): Record<string, unknown> {
  if (!(url instanceof URL)) throw invalidArgValue('url', url);
  const { protocol, hostname, hash, search, pathname, href, port, username, password } = url;
  return {
    protocol,
    hostname: hostname.startsWith('[') ? hostname.slice(1, -1) : hostname,
    hash,
    search,
    pathname,
    path: `${pathname}${search}`,
    href,
    ...(port !== '' && { port: Number(port) }),
    ...((username || password) && {
      auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}`,
    }),
  };
}

export function createUrl(cwd: () => string) {
  return {
    URL,
    URLSearchParams,
    fileURLToPath,
    pathToFileURL: (path: string) => pathToFileURL(path, cwd()),
    urlToHttpOptions,
  };
}
