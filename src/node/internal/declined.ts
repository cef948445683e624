/**
 * What Node exports and the engine does not provide, by module. Each name is exported all the same,
 * so that importing it links as in Node, and throws `ERR_METHOD_NOT_IMPLEMENTED` when it is called
 * or constructed. `declined.test.ts` holds this list and the code against Node's own exports.
 */
import { notImplemented } from './errors.ts';

interface Declined {
  names: readonly string[];
  why: string;
}

const notYet = 'the first cut of the engine does without it';

export const declined: Readonly<Record<string, Declined>> = {
  assert: { names: ['CallTracker'], why: 'it is deprecated' },
  async_hooks: {
    names: [
      'createHook',
      'executionAsyncId',
      'triggerAsyncId',
      'executionAsyncResource',
      'asyncWrapProviders',
    ],
    why: 'a browser does not tell when a promise is made',
  },
  buffer: { names: ['resolveObjectURL'], why: 'the sandbox has no object URLs' },
  child_process: {
    names: ['_forkChild', 'execFileSync', 'execSync', 'spawnSync'],
    why: 'it would block for a process whose output only the blocked thread could take',
  },
  console: {
    names: ['Console', 'profile', 'profileEnd', 'timeStamp', 'context', 'createTask'],
    why: notYet,
  },
  events: { names: ['EventEmitterAsyncResource', 'init'], why: notYet },
  os: {
    names: [
      'cpus',
      'freemem',
      'getPriority',
      'loadavg',
      'machine',
      'networkInterfaces',
      'release',
      'setPriority',
      'totalmem',
      'userInfo',
      'version',
    ],
    why: 'a browser does not tell',
  },
  path: { names: ['matchesGlob', 'toNamespacedPath', '_makeLong'], why: notYet },
  perf_hooks: {
    names: [
      'Performance',
      'PerformanceResourceTiming',
      'constants',
      'createHistogram',
      'eventLoopUtilization',
      'monitorEventLoopDelay',
      'timerify',
    ],
    why: notYet,
  },
  fs: {
    names:
      'chown chownSync cp cpSync fchown fchownSync fchmod fchmodSync futimes futimesSync glob globSync lchown lchownSync lchmod lchmodSync link linkSync lutimes lutimesSync mkdtempDisposableSync openAsBlob readv readvSync readlink readlinkSync statfs statfsSync symlink symlinkSync unwatchFile watch watchFile writev writevSync ReadStream WriteStream FileReadStream FileWriteStream Utf8Stream _toUnixTimestamp Dir opendir opendirSync'.split(
        ' ',
      ),
    why: "the run's files have no links, owners or watchers, or the engine does without it",
  },
  'fs/promises': {
    names:
      'cp glob opendir readlink symlink statfs link lchmod lchown chown lutimes mkdtempDisposable watch'.split(
        ' ',
      ),
    why: "the run's files have no links, owners or watchers, or the engine does without it",
  },
  module: {
    names:
      '_cache _pathCache _extensions globalPaths _debug _findPath _nodeModulePaths _resolveLookupPaths _load _resolveFilename _initPaths _preloadModules syncBuiltinESMExports registerHooks runMain register constants enableCompileCache findPackageJSON flushCompileCache getCompileCacheDir stripTypeScriptTypes findSourceMap SourceMap getSourceMapsSupport setSourceMapsSupport'.split(
        ' ',
      ),
    why: 'it reaches into how Node itself loads',
  },
  querystring: { names: ['unescapeBuffer'], why: notYet },
  url: {
    names: [
      'Url',
      'URLPattern',
      'domainToASCII',
      'domainToUnicode',
      'fileURLToPathBuffer',
      'format',
      'parse',
      'resolve',
      'resolveObject',
    ],
    why: notYet,
  },
  util: {
    names: [
      'MIMEParams',
      'MIMEType',
      '_errnoException',
      '_exceptionWithHostPort',
      'diff',
      'getCallSites',
      'setTraceSigInt',
      'transferableAbortController',
      'transferableAbortSignal',
    ],
    why: notYet,
  },
  worker_threads: {
    names: ['moveMessagePortToContext'],
    why: 'there is one context, the thread’s own',
  },
};

/** Adds the names that the engine declines to what `module` exports. */
export function withDeclined<T extends object>(module: string, exports: T): T {
  const entry = declined[module];
  for (const name of entry?.names ?? []) {
    const stub = (): never => {
      throw notImplemented(`${module}.${name}`, entry?.why ?? '');
    };
    Object.defineProperty(stub, 'name', { value: name });
    if (!Object.hasOwn(exports, name))
      Object.defineProperty(exports, name, { value: stub, enumerable: true });
  }
  return exports;
}
