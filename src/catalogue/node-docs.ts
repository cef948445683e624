/**
 * Where nodejs.org documents a name of Node. The anchors there are made from headings, with the
 * parameters in them, so each name stands here with its heading, by page of the documentation.
 */

const documentation = 'https://nodejs.org/docs/latest-v24.x/api/';

interface Page {
  /** What the names are qualified with, when it is not the page's own name. */
  readonly module?: string;
  /** The title of the page, whose anchor a module's own name leads to. */
  readonly title: string;
  /** Names within the module, and their headings; `''` when the heading is `module.name`. */
  readonly headings: Readonly<Record<string, string>>;
}

/** `[value[, options]]` of a call is written as in the documentation; the anchor follows from it. */
const pages: Readonly<Record<string, readonly Page[]>> = {
  worker_threads: [
    {
      title: 'Worker threads',
      headings: {
        BroadcastChannel: 'Class: BroadcastChannel extends EventTarget',
        'BroadcastChannel.close': 'broadcastChannel.close()',
        'BroadcastChannel.onmessage': 'broadcastChannel.onmessage',
        'BroadcastChannel.postMessage': 'broadcastChannel.postMessage(message)',
        MessageChannel: 'Class: MessageChannel',
        MessagePort: 'Class: MessagePort',
        'MessagePort.close': 'port.close()',
        'MessagePort.postMessage': 'port.postMessage(value[, transferList])',
        'MessagePort.ref': 'port.ref()',
        'MessagePort.start': 'port.start()',
        'MessagePort.unref': 'port.unref()',
        SHARE_ENV: '',
        Worker: 'Class: Worker',
        'Worker.postMessage': 'worker.postMessage(value[, transferList])',
        'Worker.ref': 'worker.ref()',
        'Worker.stderr': 'worker.stderr',
        'Worker.stdin': 'worker.stdin',
        'Worker.stdout': 'worker.stdout',
        'Worker.terminate': 'worker.terminate()',
        'Worker.threadId': 'worker.threadId',
        'Worker.unref': 'worker.unref()',
        getEnvironmentData: 'worker_threads.getEnvironmentData(key)',
        isMainThread: '',
        locks: '',
        'locks.request': 'locks.request(name[, options], callback)',
        'locks.query': 'locks.query()',
        markAsUntransferable: 'worker_threads.markAsUntransferable(object)',
        parentPort: '',
        'parentPort.close': 'port.close()',
        'parentPort.on': "Event: 'message'",
        'parentPort.once': "Event: 'message'",
        'parentPort.postMessage': 'port.postMessage(value[, transferList])',
        'parentPort.unref': 'port.unref()',
        postMessageToThread:
          'worker_threads.postMessageToThread(threadId, value[, transferList][, timeout])',
        receiveMessageOnPort: 'worker_threads.receiveMessageOnPort(port)',
        resourceLimits: '',
        setEnvironmentData: 'worker_threads.setEnvironmentData(key[, value])',
        threadId: '',
        threadName: '',
        workerData: '',
      },
    },
  ],
  child_process: [
    {
      title: 'Child process',
      headings: {
        ChildProcess: 'Class: ChildProcess',
        'ChildProcess.connected': 'subprocess.connected',
        'ChildProcess.disconnect': 'subprocess.disconnect()',
        'ChildProcess.exitCode': 'subprocess.exitCode',
        'ChildProcess.kill': 'subprocess.kill([signal])',
        'ChildProcess.killed': 'subprocess.killed',
        'ChildProcess.on': 'Class: ChildProcess',
        'ChildProcess.pid': 'subprocess.pid',
        'ChildProcess.ref': 'subprocess.ref()',
        'ChildProcess.send': 'subprocess.send(message[, sendHandle[, options]][, callback])',
        'ChildProcess.signalCode': 'subprocess.signalCode',
        'ChildProcess.stderr': 'subprocess.stderr',
        'ChildProcess.stdin': 'subprocess.stdin',
        'ChildProcess.stdout': 'subprocess.stdout',
        'ChildProcess.unref': 'subprocess.unref()',
        exec: 'child_process.exec(command[, options][, callback])',
        execFile: 'child_process.execFile(file[, args][, options][, callback])',
        execFileSync: 'child_process.execFileSync(file[, args][, options])',
        execSync: 'child_process.execSync(command[, options])',
        fork: 'child_process.fork(modulePath[, args][, options])',
        spawn: 'child_process.spawn(command[, args][, options])',
        spawnSync: 'child_process.spawnSync(command[, args][, options])',
      },
    },
  ],
  events: [
    {
      title: 'Events',
      headings: {
        EventEmitter: 'Class: EventEmitter',
        'EventEmitter.emit': 'emitter.emit(eventName[, ...args])',
        'EventEmitter.off': 'emitter.off(eventName, listener)',
        'EventEmitter.on': 'emitter.on(eventName, listener)',
        'EventEmitter.once': 'emitter.once(eventName, listener)',
        'EventEmitter.removeAllListeners': 'emitter.removeAllListeners([eventName])',
        'EventEmitter.removeListener': 'emitter.removeListener(eventName, listener)',
        'EventEmitter.setMaxListeners': 'emitter.setMaxListeners(n)',
        addAbortListener: 'events.addAbortListener(signal, listener)',
        on: 'events.on(emitter, eventName[, options])',
        once: 'events.once(emitter, name[, options])',
        setMaxListeners: 'events.setMaxListeners(n[, ...eventTargets])',
      },
    },
  ],
  timers: [
    {
      title: 'Timers',
      headings: {
        setImmediate: 'setImmediate(callback[, ...args])',
        setInterval: 'setInterval(callback[, delay[, ...args]])',
        setTimeout: 'setTimeout(callback[, delay[, ...args]])',
        clearImmediate: 'clearImmediate(immediate)',
        clearInterval: 'clearInterval(timeout)',
        clearTimeout: 'clearTimeout(timeout)',
      },
    },
    {
      module: 'timers/promises',
      title: 'Timers Promises API',
      headings: {
        setTimeout: 'timersPromises.setTimeout([delay[, value[, options]]])',
        setImmediate: 'timersPromises.setImmediate([value[, options]])',
        setInterval: 'timersPromises.setInterval([delay[, value[, options]]])',
        scheduler: 'timersPromises.scheduler.wait(delay[, options])',
        'scheduler.wait': 'timersPromises.scheduler.wait(delay[, options])',
        'scheduler.yield': 'timersPromises.scheduler.yield()',
      },
    },
  ],
  async_context: [
    {
      module: 'async_hooks',
      title: 'Asynchronous context tracking',
      headings: {
        AsyncLocalStorage: 'Class: AsyncLocalStorage',
        'AsyncLocalStorage.bind': 'Static method: AsyncLocalStorage.bind(fn)',
        'AsyncLocalStorage.snapshot': 'Static method: AsyncLocalStorage.snapshot()',
        'AsyncLocalStorage.disable': 'asyncLocalStorage.disable()',
        'AsyncLocalStorage.enterWith': 'asyncLocalStorage.enterWith(store)',
        'AsyncLocalStorage.exit': 'asyncLocalStorage.exit(callback[, ...args])',
        'AsyncLocalStorage.getStore': 'asyncLocalStorage.getStore()',
        'AsyncLocalStorage.run': 'asyncLocalStorage.run(store, callback[, ...args])',
        AsyncResource: 'Class: AsyncResource',
        'AsyncResource.runInAsyncScope': 'asyncResource.runInAsyncScope(fn[, thisArg, ...args])',
      },
    },
  ],
  process: [
    {
      title: 'Process',
      headings: {
        abort: 'process.abort()',
        argv: '',
        channel: '',
        connected: '',
        cpuUsage: 'process.cpuUsage([previousValue])',
        cwd: 'process.cwd()',
        disconnect: 'process.disconnect()',
        emitWarning: 'process.emitWarning(warning[, options])',
        env: '',
        execArgv: '',
        execPath: '',
        exit: 'process.exit([code])',
        // The heading above has the same anchor, so this one is numbered.
        exitCode: 'process.exitCode_1',
        hrtime: 'process.hrtime([time])',
        'hrtime.bigint': 'process.hrtime.bigint()',
        kill: 'process.kill(pid[, signal])',
        memoryUsage: 'process.memoryUsage()',
        nextTick: 'process.nextTick(callback[, ...args])',
        on: 'Process events',
        once: 'Process events',
        off: 'Process events',
        pid: '',
        platform: '',
        ppid: '',
        send: 'process.send(message[, sendHandle[, options]][, callback])',
        stderr: '',
        stdin: '',
        stdout: '',
        'stdout.write': 'process.stdout',
        'stderr.write': 'process.stderr',
        uptime: 'process.uptime()',
        version: '',
        versions: '',
      },
    },
  ],
  os: [
    {
      title: 'OS',
      headings: {
        availableParallelism: 'os.availableParallelism()',
        cpus: 'os.cpus()',
        hostname: 'os.hostname()',
        'constants.signals': 'Signal constants',
        tmpdir: 'os.tmpdir()',
      },
    },
  ],
  util: [
    {
      title: 'Util',
      headings: {
        aborted: 'util.aborted(signal, resource)',
        format: 'util.format(format[, ...args])',
        inspect: 'util.inspect(object[, options])',
        isDeepStrictEqual: 'util.isDeepStrictEqual(val1, val2[, options])',
        parseArgs: 'util.parseArgs([config])',
        promisify: 'util.promisify(original)',
      },
    },
  ],
  perf_hooks: [
    {
      title: 'Performance measurement APIs',
      headings: {
        monitorEventLoopDelay: 'perf_hooks.monitorEventLoopDelay([options])',
        performance: '',
        'performance.eventLoopUtilization':
          'performance.eventLoopUtilization([utilization1[, utilization2]])',
        'performance.now': 'performance.now()',
      },
    },
  ],
  diagnostics_channel: [
    {
      title: 'Diagnostics Channel',
      headings: {
        channel: 'diagnostics_channel.channel(name)',
        tracingChannel: 'diagnostics_channel.tracingChannel(nameOrChannels)',
      },
    },
  ],
  stream: [
    {
      title: 'Stream',
      headings: {
        Readable: 'Class: stream.Readable',
        'Readable.from': 'stream.Readable.from(iterable[, options])',
        Transform: 'Class: stream.Transform',
        Writable: 'Class: stream.Writable',
        'Writable.end': 'writable.end([chunk[, encoding]][, callback])',
        'Writable.write': 'writable.write(chunk[, encoding][, callback])',
        finished: 'stream.finished(stream[, options], callback)',
        pipeline: 'stream.pipeline(source[, ...transforms], destination, callback)',
      },
    },
    {
      module: 'stream/promises',
      title: 'Streams Promises API',
      headings: {
        finished: 'stream.finished(stream[, options])',
        pipeline: 'stream.pipeline(source[, ...transforms], destination[, options])',
      },
    },
  ],
  readline: [
    {
      title: 'Readline',
      headings: {
        createInterface: 'readline.createInterface(options)',
      },
    },
  ],
  url: [
    {
      title: 'URL',
      headings: {
        fileURLToPath: 'url.fileURLToPath(url[, options])',
        pathToFileURL: 'url.pathToFileURL(path[, options])',
      },
    },
  ],
  cluster: [
    {
      title: 'Cluster',
      headings: {
        fork: 'cluster.fork([env])',
        isPrimary: 'cluster.isPrimary',
        worker: 'cluster.worker',
        workers: 'cluster.workers',
      },
    },
  ],
  net: [
    {
      title: 'Net',
      headings: {
        createConnection: 'net.createConnection()',
        createServer: 'net.createServer([options][, connectionListener])',
      },
    },
  ],
  assert: [{ title: 'Assert', headings: { strictEqual: '', deepStrictEqual: '' } }],
  fs: [
    { title: 'File system', headings: {} },
    {
      module: 'fs/promises',
      title: 'Promises API',
      headings: {
        readFile: 'fsPromises.readFile(path[, options])',
        writeFile: 'fsPromises.writeFile(file, data[, options])',
        rm: 'fsPromises.rm(path[, options])',
      },
    },
  ],
};

/** Names without a module, which Node's documentation describes as globals. */
const globals: Readonly<Record<string, string>> = {
  queueMicrotask: 'globals.html#queuemicrotaskcallback',
  setImmediate: 'timers.html#setimmediatecallback-args',
  setInterval: 'timers.html#setintervalcallback-delay-args',
  setTimeout: 'timers.html#settimeoutcallback-delay-args',
  clearImmediate: 'timers.html#clearimmediateimmediate',
  clearInterval: 'timers.html#clearintervaltimeout',
  clearTimeout: 'timers.html#cleartimeouttimeout',
  Buffer: 'buffer.html#class-buffer',
  'Buffer.from': 'buffer.html#static-method-bufferfromarray',
  'import.meta.url': 'esm.html#importmetaurl',
  'import.meta.filename': 'esm.html#importmetafilename',
  'import.meta.dirname': 'esm.html#importmetadirname',
  'import.meta.main': 'esm.html#importmetamain',
  'console.log': 'console.html#consolelogdata-args',
  'console.error': 'console.html#consoleerrordata-args',
};

const addresses = new Map(Object.entries(globals));
for (const [page, parts] of Object.entries(pages)) {
  for (const { module = page, title, headings } of parts) {
    addresses.set(module, `${page}.html#${slug(title)}`);
    for (const [name, heading] of Object.entries(headings)) {
      const anchor = slug(heading === '' ? `${module}.${name}` : heading);
      addresses.set(`${module}.${name}`, `${page}.html#${anchor}`);
    }
  }
}

/** The anchor that Node's documentation makes from a heading. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/\s+/g, '-');
}

/** @returns the address of the documentation, or undefined for a name that is not Node's */
export function nodeHref(name: string): string | undefined {
  const address = addresses.get(name);
  return address === undefined ? undefined : documentation + address;
}

/** Every name that has an address here, for the test that looks for it in Node itself. */
export function documentedNodeNames(): string[] {
  return [...addresses.keys()];
}
