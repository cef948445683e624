/** `node:url`: the browser's `URL`, and Node's conversions between file URLs and paths. */
import { resolvePath } from '../shared/paths.ts';
import { invalidArgType, nodeError } from './internal/errors.ts';
import { part } from './internal/parts.ts';
import { validateString } from './internal/validators.ts';

/** Whether paths are those of Windows. */
interface PathOptions {
  windows?: boolean;
}

/** @throws `ERR_INVALID_URL_SCHEME`, `ERR_INVALID_FILE_URL_HOST`, `ERR_INVALID_FILE_URL_PATH` */
export function fileURLToPath(given: string | URL, options?: PathOptions | null): string {
  if (typeof given !== 'string' && !isUrl(given)) {
    throw invalidArgType('path', ['string', 'URL'], given);
  }
  const url = typeof given === 'string' ? new URL(given) : given;
  if (url.protocol !== 'file:') {
    throw nodeError('ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file', TypeError);
  }
  const invalid = (what: string): Error =>
    Object.assign(nodeError('ERR_INVALID_FILE_URL_PATH', `File URL path ${what}`, TypeError), {
      input: url,
    });
  if (options?.windows) return part('extras').windowsPathOf(url, invalid);
  if (url.hostname !== '') {
    const message = 'File URL host must be "localhost" or empty on linux';
    throw nodeError('ERR_INVALID_FILE_URL_HOST', message, TypeError);
  }
  if (/%2f/i.test(url.pathname)) throw invalid('must not include encoded / characters');
  return decodeURIComponent(url.pathname);
}

/** As in Node, by its form: a URL of another library will do, one of the legacy API will not. */
function isUrl(value: unknown): value is URL {
  const { href, protocol, auth, path } = Object(value) as Record<string, unknown>;
  return Boolean(href && protocol && auth === undefined && path === undefined);
}

const escapeOf = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** @param cwd what a relative path is relative to */
export function pathToFileURL(path: string, cwd: () => string, options?: PathOptions | null): URL {
  validateString(path, 'path');
  let resolved: string;
  if (options?.windows) resolved = part('extras').windowsUrlPath(path, cwd);
  else {
    resolved = resolvePath(cwd(), path);
    if (path.endsWith('/') && resolved !== '/') resolved += '/';
  }
  return new URL(`file://${resolved.replace(/[%\\\n\r\t?#[\]^|~]/g, escapeOf)}`);
}

/** The options of `http.request` that stand for `url`. */
export function urlToHttpOptions(url: URL): Record<string, unknown> {
  if (Object(url) !== url) throw invalidArgType('url', 'object', url);
  const { protocol, hostname, hash, search, pathname, href, port, username, password } = url;
  const options = {
    ...url,
    protocol,
    hostname: hostname?.startsWith('[') ? hostname.slice(1, -1) : hostname,
    hash,
    search,
    pathname,
    path: `${pathname || ''}${search || ''}`,
    href,
    ...(port !== '' && { port: Number(port) }),
    ...((username || password) && {
      auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}`,
    }),
  };
  return Object.assign(Object.create(null) as object, options);
}

export function createUrl(cwd: () => string) {
  return {
    URL,
    URLSearchParams,
    fileURLToPath,
    pathToFileURL: (path: string, options?: PathOptions | null) =>
      pathToFileURL(path, cwd, options),
    urlToHttpOptions,
  };
}
