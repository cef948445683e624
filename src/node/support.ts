/**
 * The support ledger: what the engine gives of each export of Node's public modules.
 *
 * - `full`: as in Node.
 * - `partial`: there, with the difference that is said.
 * - `unsupported`: exported, so that importing it links as in Node, and throws
 *   `ERR_METHOD_NOT_IMPLEMENTED` with the reason when it is called or constructed.
 * - `loadOnly`: modules of which all is unsupported.
 * - `unsupportedModules`: importing them throws `ERR_UNKNOWN_BUILTIN_MODULE`.
 *
 * The compatibility page is made from it. `support.test.ts` holds it against the exports of the Node
 * that runs the test, and `e2e/support.spec.ts` against what a program finds in the page: a name in
 * no table, in two, or in the wrong one fails. Names with a leading `_` are private to Node and may
 * be left out. Where a module is a function or another module's name, see `aliases`.
 *
 * The engine itself reads only the last three; the bundler leaves out the rest.
 */

export interface Unsupported {
  /** Separated by white space. */
  names: string;
  why: string;
}

/** Modules that export what another does. */
export const aliases: Readonly<Record<string, string>> = {
  'assert/strict': 'assert',
  'dns/promises': 'dns',
  'inspector/promises': 'inspector',
  'path/posix': 'path',
  'path/win32': 'path',
  sys: 'util',
};

export const full: Readonly<Record<string, string>> = {
  assert: `
    ok fail equal notEqual deepEqual notDeepEqual deepStrictEqual notDeepStrictEqual strictEqual
    notStrictEqual partialDeepStrictEqual match doesNotMatch throws rejects doesNotThrow
    doesNotReject ifError strict Assert
  `,
  async_hooks: 'AsyncLocalStorage AsyncResource',
  buffer: `
    Blob Buffer File INSPECT_MAX_BYTES SlowBuffer atob btoa constants isAscii isUtf8 kMaxLength
    kStringMaxLength transcode
  `,
  child_process: 'fork',
  cluster: `
    isWorker isMaster isPrimary Worker workers settings SCHED_NONE SCHED_RR setupPrimary
    setupMaster disconnect
  `,
  console: `
    log info debug error warn dirxml dir assert trace clear Console count countReset time timeEnd
    timeLog group groupCollapsed groupEnd
  `,
  crypto: `
    createHmac getFips hkdfSync pbkdf2Sync randomBytes randomFill
    randomFillSync randomInt randomUUID randomUUIDv7 scryptSync timingSafeEqual
  `,
  diagnostics_channel: 'Channel channel hasSubscribers subscribe unsubscribe tracingChannel',
  events: `
    EventEmitterAsyncResource init captureRejections captureRejectionSymbol errorMonitor once on listenerCount getMaxListeners
    setMaxListeners getEventListeners addAbortListener usingDomains EventEmitter
    defaultMaxListeners
  `,
  fs: `
    access appendFile close copyFile fstat ftruncate fsync fdatasync lstat mkdir mkdtemp open
    read readdir readFile realpath rename rm rmdir stat truncate unlink utimes write writeFile
    accessSync appendFileSync closeSync copyFileSync fstatSync ftruncateSync fsyncSync
    fdatasyncSync lstatSync mkdirSync mkdtempSync openSync readSync readdirSync readFileSync
    realpathSync renameSync rmSync rmdirSync statSync truncateSync unlinkSync utimesSync
    writeSync writeFileSync createReadStream createWriteStream exists existsSync Dirent promises
    readv readvSync writev writevSync futimes futimesSync lutimes lutimesSync opendir opendirSync
    Dir ReadStream WriteStream FileReadStream FileWriteStream watchFile unwatchFile
  `,
  'fs/promises': `
    access appendFile copyFile lstat mkdir mkdtemp readFile readdir realpath rename rm rmdir
    stat truncate unlink utimes writeFile open lutimes opendir
  `,
  module: 'isBuiltin createRequire syncBuiltinESMExports',
  net: `
    isIP isIPv4 isIPv6 getDefaultAutoSelectFamily setDefaultAutoSelectFamily
    getDefaultAutoSelectFamilyAttemptTimeout setDefaultAutoSelectFamilyAttemptTimeout
  `,
  os: 'EOL devNull availableParallelism endianness homedir tmpdir',
  path: `
    resolve normalize isAbsolute join relative dirname basename extname format parse sep
    delimiter posix win32 toNamespacedPath
  `,
  perf_hooks: `
    PerformanceEntry PerformanceMark PerformanceMeasure PerformanceObserverEntryList constants
    eventLoopUtilization timerify
  `,
  process: `
    version arch platform release exitCode uptime exit hrtime
    setUncaughtExceptionCaptureCallback hasUncaughtExceptionCaptureCallback emitWarning nextTick
    reallyExit stdout stdin stderr abort chdir cwd env argv execArgv pid ppid execPath argv0
    getBuiltinModule loadEnvFile ref unref openStdin finalization
  `,
  querystring: 'unescape escape stringify encode parse decode',
  readline: `
    clearLine clearScreenDown createInterface cursorTo emitKeypressEvents moveCursor promises
  `,
  'readline/promises': 'Interface Readline createInterface',
  stream: `
    isDestroyed isDisturbed isErrored isReadable isWritable Readable Writable Duplex Transform
    PassThrough pipeline addAbortSignal finished destroy compose setDefaultHighWaterMark
    getDefaultHighWaterMark promises Stream duplexPair
  `,
  'stream/consumers': 'arrayBuffer blob buffer bytes json text',
  'stream/promises': 'finished pipeline',
  'stream/web': `
    ReadableStream ReadableStreamDefaultReader ReadableStreamBYOBReader
    ReadableStreamBYOBRequest ReadableByteStreamController ReadableStreamDefaultController
    TransformStream TransformStreamDefaultController WritableStream WritableStreamDefaultWriter
    WritableStreamDefaultController ByteLengthQueuingStrategy CountQueuingStrategy
    TextEncoderStream TextDecoderStream CompressionStream DecompressionStream
  `,
  string_decoder: 'StringDecoder',
  test: 'after afterEach before beforeEach describe it suite test getTestContext',
  timers: `
    setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate promises
  `,
  'timers/promises': 'setTimeout setImmediate setInterval scheduler',
  tty: 'isatty',
  url: 'URL URLSearchParams pathToFileURL urlToHttpOptions',
  util: `
    aborted callbackify convertProcessSignalToExitCode debug debuglog deprecate format
    formatWithOptions getSystemErrorMap getSystemErrorMessage getSystemErrorName inherits
    isArray isDeepStrictEqual parseArgs parseEnv promisify stripVTControlCharacters styleText
    toUSVString types TextDecoder TextEncoder
  `,
  'util/types': `
    isDate isArgumentsObject isBigIntObject isBooleanObject isNumberObject isStringObject
    isSymbolObject isBoxedPrimitive isNativeError isRegExp isAsyncFunction isGeneratorFunction
    isGeneratorObject isPromise isMap isSet isMapIterator isSetIterator isWeakMap isWeakSet
    isArrayBuffer isDataView isSharedArrayBuffer isModuleNamespaceObject isAnyArrayBuffer
    isArrayBufferView isTypedArray isUint8Array isUint8ClampedArray isUint16Array isUint32Array
    isInt8Array isInt16Array isInt32Array isFloat16Array isFloat32Array isFloat64Array
    isBigInt64Array isBigUint64Array
  `,
  worker_threads: `
    isMainThread isInternalThread threadId threadName parentPort workerData SHARE_ENV
    MessageChannel MessagePort isMarkedAsUntransferable markAsUncloneable
    markAsUntransferable postMessageToThread getEnvironmentData setEnvironmentData
  `,
};

export const partial: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  assert: {
    AssertionError: 'the message of a long diff may be cut at another line',
  },
  child_process: {
    execFileSync: 'as `execFile`',
    execSync: 'as `exec`',
    spawnSync: 'as `spawn`',
    exec: '`node` is the only command, and a shell line may not use pipes, redirections or patterns',
    execFile: '`node` is the only command; others fail with `ENOENT`',
    spawn:
      '`node` is the only command; others fail with `ENOENT`; three standard streams and IPC, no further descriptors, no `detached`; what goes to a descriptor of the parent goes through the parent, and no longer than it lives',
    ChildProcess: 'handles (sockets) cannot be sent',
  },
  console: {
    table: 'of an iterator of a map or set nothing is seen: no browser lets a program look into it',
  },
  crypto: {
    createHash: '`md5-sha1` and `sm3` are not there',
    Hash: 'as `createHash`; without the warning that it is deprecated',
    Hmac: 'without the warning that it is deprecated',
    getHashes: 'those that are there',
    getRandomValues: 'its errors are in the browser’s words',
    hash: 'as `createHash`',
    hkdf: 'computed in this thread, where Node has a pool of threads',
    pbkdf2: 'computed in this thread, where Node has a pool of threads',
    scrypt: 'computed in this thread, where Node has a pool of threads',
    webcrypto: 'the browser’s own, which has no `subtle` in a sandboxed page',
  },
  cluster: {
    fork: 'workers talk by messages; there are no server sockets to share',
    schedulingPolicy: 'kept, without effect: there are no sockets',
  },
  fs: {
    constants: 'the flags that the virtual files know',
    Stats: 'virtual files have no owner, device or inode of their own',
    chmod: 'modes are kept, not enforced',
    chmodSync: 'modes are kept, not enforced',
    fchmod: 'modes are kept, not enforced',
    fchmodSync: 'modes are kept, not enforced',
    cp: 'virtual files have no links to follow',
    cpSync:
      'as `cp`; conflicts below the top, at which Node may abort, throw what they throw at it',
  },
  'fs/promises': {
    constants: 'the flags that the virtual files know',
    chmod: 'modes are kept, not enforced',
    cp: 'virtual files have no links to follow',
  },
  module: {
    Module: '`Module.prototype` has no `_compile` and `load`',
    builtinModules: 'the modules of this engine',
  },
  os: {
    arch: 'always `x64`',
    platform: 'always `linux`: programs see a Linux machine',
    type: 'always `Linux`',
    hostname: 'always `interleave`',
    constants: '`signals` and `priority` only',
    getPriority: 'of the thread that asks; another process’s is declined',
    setPriority: 'kept, without effect; only lower priorities, as to a user who is not root',
    userInfo: 'always `reader`: all processes of a run have one user',
    uptime: 'since the program began',
    machine: 'always `x86_64`',
    totalmem: 'the limit of the JavaScript heap, where the browser tells; else 4 GiB',
    freemem: 'what is left of the JavaScript heap, where the browser tells; else 4 GiB',
    cpus: 'as many as the browser tells; model, speed and times are not known',
    loadavg: 'zeros, as on Windows: a browser does not tell',
    networkInterfaces: 'none: the sandbox has no network',
  },
  perf_hooks: {
    performance:
      'the browser’s, with the thread’s clock; the milestones of `nodeTiming` are those of the thread, and `loopExit` is never set',
    Performance: 'the browser’s',
    PerformanceObserver: 'entry types `function`, `mark` and `measure`',
    PerformanceResourceTiming: 'the browser’s: there are no requests to time',
    createHistogram:
      'counts, figures and percentiles; not the distributions and tests that 24 added (`cdf`, `ksTest`…)',
    monitorEventLoopDelay: 'as for `createHistogram`',
  },
  process: {
    memoryUsage: '`heapUsed` and `heapTotal` in Chromium; elsewhere the call throws',
    kill: 'of processes of this run only',
    versions: '`node` alone',
    config: 'no build variables',
    features: 'those that concern programs',
    umask: 'kept, without effect',
    availableMemory: 'what is left of the JavaScript heap, where the browser tells; else of 4 GiB',
    constrainedMemory: 'always 0: no limit is known',
    cpuUsage: '`user` is the time in which the thread did not wait for events; `system` is 0',
    threadCpuUsage: 'as `cpuUsage`',
    resourceUsage: 'as `cpuUsage`; what a browser does not count is 0',
    execve: 'checks its arguments, then throws: a worker cannot become another program',
    getActiveResourcesInfo: 'timers and immediates',
    getuid: 'always 1000: all processes of a run have one user, `reader`',
    geteuid: 'as `getuid`',
    getgid: 'as `getuid`',
    getegid: 'as `getuid`',
    getgroups: 'as `getuid`',
    setuid: 'another user than `reader` is not permitted',
    seteuid: 'as `setuid`',
    setgid: 'as `setuid`',
    setegid: 'as `setuid`',
    setgroups: 'not permitted, as to a user who is not root',
    initgroups: 'as `setgroups`',
    setSourceMapsEnabled: 'cannot be switched on: stacks show the author’s lines anyway',
    sourceMapsEnabled: 'always false',
    title: 'kept, without effect on the terminal',
  },
  readline: {
    Interface: 'beside `_writeToOutput` its private `_` methods are not there',
  },
  test: {
    skip: 'as `test`',
    todo: 'as `test`',
    only: 'the test runs, and so do the others, as without `--test-only`',
    mock: 'functions, methods, getters and setters; not modules, properties and timers',
    assert: '`register` throws',
  },
  tty: {
    ReadStream: 'the standard streams only',
    WriteStream: 'the standard streams only',
  },
  url: {
    fileURLToPath: 'with the option `windows`, a host in Punycode stays so',
  },
  util: {
    getCallSites: 'from the text of a stack: no script ids, and every script’s name is a URL',
    inspect: 'a few built-in classes print less than in Node (see the conformance suite)',
  },
  'util/types': {
    isProxy: 'throws: a browser does not tell a proxy from its target',
    isExternal: 'always false',
    isKeyObject: 'always false: `crypto` makes no keys',
    isCryptoKey: 'always false: `crypto` makes no keys',
  },
  worker_threads: {
    locks: 'a callback that throws gives its lock back, which Node 24 then holds for ever',
    Worker:
      '`performance`, `cpuUsage`, heap snapshots and profiles throw; `trackUnmanagedFds` is ignored: what a thread opens stays open until it is closed or its process ends; stopping a spinning thread takes Chromium up to 2 s (Stop ends the run at once)',
    BroadcastChannel:
      'shared memory reaches the channels of the same thread; in another thread Chromium gives `messageerror`',
    resourceLimits: 'reported as given, not enforced',
    receiveMessageOnPort: 'sees what has arrived when the thread last returned to its event loop',
  },
};

export const unsupported: Readonly<Record<string, readonly Unsupported[]>> = {
  assert: [{ names: 'CallTracker', why: 'it is deprecated' }],
  async_hooks: [
    {
      names: `
        createHook executionAsyncId triggerAsyncId executionAsyncResource asyncWrapProviders
      `,
      why: 'a browser does not tell when a promise is made, so resources cannot be numbered',
    },
  ],
  buffer: [{ names: 'resolveObjectURL', why: 'the sandbox has no object URLs' }],
  child_process: [{ names: '_forkChild', why: 'it is private to Node' }],
  console: [
    {
      names: 'profile profileEnd timeStamp context createTask',
      why: 'they serve the inspector, which is not there',
    },
  ],
  crypto: [
    {
      names: `
        argon2 argon2Sync checkPrime checkPrimeSync createCipheriv createDecipheriv
        createDiffieHellman createDiffieHellmanGroup createECDH createPrivateKey createPublicKey
        createSecretKey createSign createVerify diffieHellman generatePrime generatePrimeSync
        getCiphers getCipherInfo getCurves getDiffieHellman generateKeyPair generateKeyPairSync
        generateKey generateKeySync privateDecrypt privateEncrypt publicDecrypt publicEncrypt
        sign setEngine setFips verify encapsulate decapsulate Certificate Cipheriv Decipheriv
        DiffieHellman DiffieHellmanGroup ECDH KeyObject Sign Verify X509Certificate
        secureHeapUsed constants
      `,
      why: 'it is native code, of OpenSSL',
    },
    { names: 'subtle', why: 'browsers give it to no sandboxed page' },
  ],
  fs: [
    {
      names: `
        chown chownSync fchown fchownSync lchown lchownSync lchmod lchmodSync
      `,
      why: 'virtual files have no owners, and modes are not enforced',
    },
    {
      names: 'link linkSync symlink symlinkSync readlink readlinkSync',
      why: 'virtual files have no links',
    },
    { names: 'watch', why: 'virtual files are not watched' },
    { names: 'statfs statfsSync', why: 'there is no file system below' },
    {
      names: `
        glob globSync mkdtempDisposableSync openAsBlob Utf8Stream
      `,
      why: 'not written yet',
    },
    { names: '_toUnixTimestamp', why: 'it is private to Node' },
  ],
  'fs/promises': [
    {
      names: 'chown lchown lchmod',
      why: 'virtual files have no owners, and modes are not enforced',
    },
    { names: 'link symlink readlink', why: 'virtual files have no links' },
    { names: 'watch', why: 'virtual files are not watched' },
    { names: 'statfs', why: 'there is no file system below' },
    { names: 'glob mkdtempDisposable', why: 'not written yet' },
  ],
  module: [
    {
      names: `
        globalPaths registerHooks register runMain constants
        enableCompileCache flushCompileCache getCompileCacheDir findPackageJSON
        stripTypeScriptTypes findSourceMap SourceMap getSourceMapsSupport setSourceMapsSupport
      `,
      why: 'it reaches into how Node itself loads',
    },
    {
      names: `
        _cache _pathCache _extensions _debug _findPath _nodeModulePaths _resolveLookupPaths
        _load _resolveFilename _initPaths _preloadModules
      `,
      why: 'it is private to Node',
    },
  ],
  net: [
    {
      names:
        'BlockList SocketAddress BoundSocket connect createConnection createServer Server Socket Stream',
      why: 'the sandbox has no network',
    },
  ],
  os: [
    {
      names: `
        release version
      `,
      why: 'a browser does not tell',
    },
  ],
  path: [{ names: 'matchesGlob', why: 'not written yet' }],
  process: [
    {
      names: 'binding dlopen moduleLoadList report',
      why: 'it reaches into Node itself',
    },
    { names: 'debugPort', why: 'there is no inspector' },
    { names: 'domain', why: 'it is deprecated' },
    { names: 'allowedNodeEnvironmentFlags', why: 'not written yet' },
  ],
  querystring: [{ names: 'unescapeBuffer', why: 'not written yet' }],
  'stream/web': [{ names: 'ReadableStreamTee', why: 'browsers do not have it' }],
  test: [
    { names: 'run', why: 'one program is run at a time' },
    { names: 'snapshot', why: 'snapshots are not written' },
    { names: 'expectFailure', why: 'not written yet' },
  ],
  url: [
    {
      names: 'Url parse format resolve resolveObject',
      why: 'the legacy API, which Node advises against: use `new URL`',
    },
    {
      names: 'URLPattern domainToASCII domainToUnicode fileURLToPathBuffer',
      why: 'not written yet',
    },
  ],
  util: [
    {
      names: `
        MIMEParams MIMEType diff transferableAbortController
        transferableAbortSignal
      `,
      why: 'not written yet',
    },
    { names: 'setTraceSigInt', why: 'there is no inspector' },
    { names: '_errnoException _exceptionWithHostPort', why: 'it is private to Node' },
  ],
  worker_threads: [
    { names: 'moveMessagePortToContext', why: 'there is one context, the thread’s own' },
  ],
};

/**
 * Modules that can be loaded, so that a program that only asks for them goes on, and of which nothing
 * works: their functions and classes throw, their constants are left out.
 */
export const loadOnly: Readonly<Record<string, readonly Unsupported[]>> = {
  http: [
    {
      names: `
        Agent ClientRequest IncomingMessage OutgoingMessage Server ServerResponse createServer
        validateHeaderName validateHeaderValue get request setMaxIdleHTTPParsers
        setGlobalProxyFromEnv
      `,
      why: 'the sandbox has no network',
    },
  ],
  https: [{ names: 'Agent Server createServer get request', why: 'the sandbox has no network' }],
  http2: [
    {
      names: `
        connect createServer createSecureServer getDefaultSettings getPackedSettings
        getUnpackedSettings performServerHandshake Http2ServerRequest Http2ServerResponse
      `,
      why: 'the sandbox has no network',
    },
  ],
  dgram: [{ names: 'createSocket Socket', why: 'the sandbox has no network' }],
  dns: [
    {
      names: `
        lookup lookupService Resolver getDefaultResultOrder setDefaultResultOrder setServers
        getServers resolve resolve4 resolve6 resolveAny resolveCaa resolveCname resolveMx
        resolveNaptr resolveNs resolvePtr resolveSoa resolveSrv resolveTlsa resolveTxt reverse
      `,
      why: 'the sandbox has no network',
    },
  ],
  tls: [
    {
      names: `
        getCiphers getCertificateCompressionAlgorithms getCACertificates
        setDefaultCACertificates convertALPNProtocols checkServerIdentity createSecureContext
        SecureContext TLSSocket Server createServer connect
      `,
      why: 'the sandbox has no network',
    },
  ],
  inspector: [
    {
      names: `
        open close url waitForDebugger Session
      `,
      why: 'it reaches into V8 or Node itself',
    },
  ],
  repl: [
    {
      names: `
        start writer REPLServer Recoverable isValidSyntax
      `,
      why: 'it reaches into V8 or Node itself',
    },
  ],
  trace_events: [
    {
      names: `
        createTracing getEnabledCategories
      `,
      why: 'it reaches into V8 or Node itself',
    },
  ],
  v8: [
    {
      names: `
        cachedDataVersionTag getHeapSnapshot getHeapStatistics getHeapSpaceStatistics
        getHeapCodeStatistics getCppHeapStatistics setFlagsFromString Serializer Deserializer
        DefaultSerializer DefaultDeserializer deserialize takeCoverage stopCoverage serialize
        writeHeapSnapshot queryObjects setHeapSnapshotNearHeapLimit GCProfiler
        isStringOneByteRepresentation startCpuProfile
      `,
      why: 'it reaches into V8 or Node itself',
    },
  ],
  vm: [
    {
      names: `
        Script createContext createScript runInContext runInNewContext runInThisContext
        isContext compileFunction measureMemory
      `,
      why: 'it reaches into V8 or Node itself',
    },
  ],
  wasi: [{ names: 'WASI', why: 'it reaches into V8 or Node itself' }],
  zlib: [
    {
      names: `
        crc32 Deflate Inflate Gzip Gunzip DeflateRaw InflateRaw Unzip BrotliCompress
        BrotliDecompress ZstdCompress ZstdDecompress deflate deflateSync gzip gzipSync
        deflateRaw deflateRawSync unzip unzipSync inflate inflateSync gunzip gunzipSync
        inflateRaw inflateRawSync brotliCompress brotliCompressSync brotliDecompress
        brotliDecompressSync zstdCompress zstdCompressSync zstdDecompress zstdDecompressSync
        createDeflate createInflate createDeflateRaw createInflateRaw createGzip createGunzip
        createUnzip createBrotliCompress createBrotliDecompress createZstdCompress
        createZstdDecompress
      `,
      why: 'it is native code',
    },
  ],
  domain: [{ names: 'Domain createDomain create', why: 'it is deprecated' }],
};

export const unsupportedModules: readonly Unsupported[] = [
  { names: 'quic', why: 'the sandbox has no network' },
  { names: 'sea', why: 'it reaches into V8 or Node itself' },
  { names: 'sqlite', why: 'it is native code' },
  { names: 'constants punycode', why: 'it is deprecated' },
  { names: 'test/reporters', why: 'tests are reported as Node does by default' },
];

/** Modules that Node finds only as `node:…`. */
export const onlyWithScheme = 'quic sea sqlite test test/reporters';

export function namesOf(list: string): string[] {
  return list.split(/\s+/).filter((name) => name !== '');
}
