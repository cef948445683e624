/**
 * Programs that mean harm, or have a bug that looks like it. Whatever they do, the page answers, the
 * reader's text stays, the terminal says what happened, and the next run works.
 */
import { expect, test } from './fixtures.ts';
import { PairPage } from './pair-page.ts';

const address = '/patterns/threads/lock/';

interface Ending {
  title: string;
  program: string;
  code: number;
  output: RegExp;
}

interface Endless {
  title: string;
  program: string;
  /** What it has printed when Stop is pressed. */
  shown: RegExp;
}

const endings: Ending[] = [
  {
    title: 'starts processes without end',
    program: `import { fork } from 'node:child_process';
      if (process.send) process.on('message', () => undefined);
      else for (;;) fork(import.meta.filename);`,
    code: 1,
    output: /Error: spawn \/usr\/local\/bin\/node EAGAIN\n.*code: 'EAGAIN'/s,
  },
  {
    title: 'starts processes without end, and listens for the refusal',
    program: `import { fork } from 'node:child_process';
      if (process.send) process.on('message', () => undefined);
      else for (let n = 0; n < 100; n++) fork(import.meta.filename).on('error', (error) => {
        console.log('refused:', error.message);
        process.exit(3);
      });`,
    code: 3,
    output: /^refused: spawn \/usr\/local\/bin\/node EAGAIN\n$/,
  },
  {
    title: 'starts threads without end',
    program: `import { Worker } from 'node:worker_threads';
      for (;;) new Worker('setInterval(() => {}, 1000)', { eval: true });`,
    code: 1,
    output: /ERR_WORKER_INIT_FAILED\]: Worker initialization failure: the run has 128 threads/,
  },
  {
    title: 'allocates without end',
    program: `const all: Uint8Array[] = [];
      for (;;) all.push(new Uint8Array(500_000_000));`,
    code: 1,
    output: /RangeError: Array buffer allocation failed/,
  },
  {
    title: 'makes a string grow without end',
    program: `let text = 'x';
      for (;;) text += text;`,
    code: 1,
    output: /main\.ts:2\n.*RangeError: Invalid string length/s,
  },
  {
    title: 'recurses without end',
    program: `function descend(n: number): number {
        return descend(n + 1) + 1;
      }
      descend(0);`,
    code: 1,
    output: /RangeError: Maximum call stack size exceeded\n {4}at descend/,
  },
  {
    title: 'recurses without end in async functions',
    program: `const descend = async (n: number): Promise<number> => (await descend(n + 1)) + 1;
      await descend(0);`,
    code: 1,
    output: /RangeError: Maximum call stack size exceeded/,
  },
  ...strangeValues(),
  ...patches(),
];

/** What is thrown, and what the terminal must say of it. */
function strangeValues(): Ending[] {
  const revoked = '(() => { const r = Proxy.revocable({}, {}); r.revoke(); return r.proxy; })()';
  const values: [title: string, value: string, output: RegExp][] = [
    ['null', 'null', /^before\n.*Uncaught:\nnull\n/s],
    ['undefined', 'undefined', /^before\n.*Uncaught:\nundefined\n/s],
    ['a symbol', "Symbol('thrown')", /^before\n.*Uncaught:\nSymbol\(thrown\)\n/s],
    ['a revoked proxy', revoked, /^before\nUncaught:\n/],
    ['a frozen error', "Object.freeze(new Error('cold'))", /^before\n.*Error: cold\n/s],
    [
      'an object whose getters throw',
      "({ get message(): string { throw new Error('a'); }, get stack(): string { throw new Error('b'); } })",
      /^before\n.*Uncaught:\n/s,
    ],
    [
      'an error whose stack throws',
      "Object.defineProperty(new Error('hidden'), 'stack', { get() { throw new Error('trap'); } })",
      /^before\nUncaught:\nError: hidden\n/,
    ],
    [
      'a proxy whose every trap throws',
      "new Proxy(new Error('p'), { get() { throw new Error('get'); }, getPrototypeOf() { throw new Error('of'); } })",
      /^before\nUncaught:\n/,
    ],
  ];
  return values.map(([title, value, output]) => ({
    title: `throws ${title}`,
    program: `console.log('before');\nthrow ${value};`,
    code: 1,
    output,
  }));
}

/** Each goes on printing, waits for a timer and a thread, and ends with a code of its own. */
function patches(): Ending[] {
  const refuse = "() => { throw new Error('patched'); }";
  const given: [title: string, patch: string][] = [
    ['Promise.prototype.then', `Promise.prototype.then = ${refuse};`],
    ['Array.prototype.push', `Array.prototype.push = ${refuse};`],
    ['the iterator of arrays', `Array.prototype[Symbol.iterator] = ${refuse};`],
    ['Object.prototype with a property', 'Object.prototype.x = 1;'],
    [
      'Object.prototype with getters',
      `for (const name of ['get', 'then', 'type', 'code', 'detail']) {
        Object.defineProperty(Object.prototype, name, { configurable: true, get: ${refuse}, set(value) {
          Object.defineProperty(this, name, { __proto__: null, value, writable: true, configurable: true, enumerable: true });
        } });
      }`,
    ],
    ['Function.prototype.call', `Function.prototype.call = Function.prototype.apply = ${refuse};`],
    ['Map.prototype.get', `Map.prototype.get = Map.prototype.set = ${refuse};`],
    ['JSON.stringify', `JSON.stringify = JSON.parse = ${refuse};`],
    ['Atomics', `Atomics.wait = Atomics.load = Atomics.notify = Atomics.exchange = ${refuse};`],
    ['typed arrays', `Object.getPrototypeOf(Uint8Array.prototype).set = ${refuse};`],
    ['TextEncoder', `TextEncoder.prototype.encode = ${refuse};`],
    ['setTimeout', 'globalThis.setTimeout = globalThis.queueMicrotask = null;'],
    ['process', 'globalThis.process = null;'],
    ['MessagePort.prototype', `MessagePort.prototype.postMessage = ${refuse};`],
  ];
  const endings = given.map(([title, patch]) => ({
    title: `patches ${title}`,
    program: `// @ts-nocheck
      const { setTimeout: wait, process: own } = globalThis;
      ${patch}
      console.log('patched');
      wait(() => {
        console.log('timer', 1);
        own.exitCode = 5;
      }, 1);`,
    code: 5,
    output: /^patched\ntimer 1\n$/,
  }));
  return [
    ...endings,
    {
      title: 'makes Error.prepareStackTrace throw',
      program: `Error.prepareStackTrace = ${refuse};\nconsole.log('before');\nthrow new Error('told');`,
      code: 1,
      output: /^before\n.*told/s,
    },
    {
      title: 'takes away what the engine cannot do without',
      program: `const { set } = Reflect;
        for (const name of ['Uint8Array', 'Object', 'Reflect', 'Map', 'Promise', 'String']) {
          set(globalThis, name, null);
        }
        console.log('before');
        await new Promise(() => undefined);`,
      code: 1,
      output: /^before\n.*await new Promise/s,
    },
  ];
}

const endless: Endless[] = [
  {
    title: 'sleeps for ever',
    program: `console.log('asleep');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`,
    shown: /^asleep\n$/,
  },
  {
    title: 'links objects without end',
    program: `let list: object | undefined;
      for (let n = 1; ; n++) {
        list = { list };
        if (n === 1_000_000) console.log('a million');
      }`,
    shown: /^a million\n$/,
  },
  {
    title: 'sends messages without end to a thread that does not listen',
    program: `import { Worker } from 'node:worker_threads';
      const worker = new Worker('for (;;);', { eval: true });
      console.log('sending');
      for (;;) worker.postMessage('x'.repeat(1000));`,
    shown: /^sending\n$/,
  },
  {
    title: 'sends messages without end to a thread that does',
    program: `import { Worker } from 'node:worker_threads';
      const source = "require('worker_threads').parentPort.on('message', () => undefined)";
      const worker = new Worker(source, { eval: true });
      const send = () => { for (let n = 0; n < 1000; n++) worker.postMessage(n); setImmediate(send); };
      console.log('sending');
      send();`,
    shown: /^sending\n$/,
  },
  {
    title: 'sends large objects without end to a thread that does not listen',
    program: `import { Worker } from 'node:worker_threads';
      const worker = new Worker('for (;;);', { eval: true });
      console.log('sending');
      for (let n = 0; ; n++) worker.postMessage({ rows: [{ text: String(n).repeat(500_000) }] });`,
    shown: /^sending\n$/,
  },
  {
    title: 'sends messages without end to itself',
    program: `import { MessageChannel } from 'node:worker_threads';
      const { port1, port2 } = new MessageChannel();
      port2.on('message', () => undefined);
      console.log('sending');
      for (;;) port1.postMessage('x'.repeat(1000));`,
    shown: /^sending\n$/,
  },
  {
    title: 'has two threads that answer each other without end',
    program: `import { isMainThread, parentPort, Worker } from 'node:worker_threads';
      const answer = (port: { postMessage(n: number): void }) => (n: number) => {
        if (n === 1000) console.log('a thousand');
        port.postMessage(n + 1);
        port.postMessage(n + 1);
      };
      if (!isMainThread) parentPort?.on('message', answer(parentPort));
      else {
        const worker = new Worker(new URL(import.meta.url));
        worker.on('message', answer(worker));
        console.log('begins');
        worker.postMessage(0);
      }`,
    shown: /^begins\n/,
  },
  {
    title: 'sends messages without end to a process that does not listen',
    program: `import { fork } from 'node:child_process';
      if (process.send) for (;;);
      const child = fork(import.meta.filename);
      console.log('sending');
      for (;;) child.send({ text: 'x'.repeat(100_000) });`,
    shown: /^sending\n$/,
  },
  {
    title: 'has a thread print without end what its parent does not read',
    program: `import { Worker } from 'node:worker_threads';
      const source = "for (;;) process.stdout.write('x'.repeat(100_000))";
      new Worker(source, { eval: true, stdout: true });
      console.log('not reading');`,
    shown: /^not reading\n$/,
  },
  {
    title: 'starts processes without end, each of which does the same',
    program: `import { fork } from 'node:child_process';
      for (let n = 0; n < 3; n++) {
        fork(import.meta.filename).on('error', () => console.log('refused'));
      }
      setInterval(() => undefined, 1000);`,
    shown: /refused\n/,
  },
  {
    title: 'prints without end',
    program: "for (let n = 0; ; n++) console.log('line', n);",
    shown: /line \d+\nline \d+\n/,
  },
  {
    title: 'ignores every signal',
    program: `process.on('SIGINT', () => console.log('no'));
      process.on('SIGTERM', () => console.log('no'));
      setInterval(() => undefined, 1000);
      console.log('ready');`,
    shown: /^ready\n$/,
  },
];

async function openPair(page: import('@playwright/test').Page): Promise<PairPage> {
  await page.goto(address);
  return new PairPage(page);
}

/** The page answers, the program is still there, and another one runs. */
async function expectUnharmed(pair: PairPage, program: string): Promise<void> {
  const [firstLine = ''] = program.split('\n');
  await expect(pair.editor).toContainText(firstLine.trim());
  await pair.write("console.log('alive and', 'well');");
  await pair.button('Run').click();
  await expect.poll(() => pair.output()).toBe('alive and well\n');
  expect(await pair.end()).toMatchObject({ code: 0 });
}

for (const { title, program, code, output } of endings) {
  test(`a program that ${title} ends with a message`, async ({ page }) => {
    const pair = await openPair(page);
    await pair.write(program);
    await pair.button('Run').click();
    expect(await pair.end(50_000)).toMatchObject({ code });
    expect(await pair.output()).toMatch(output);
    await expectUnharmed(pair, program);
  });
}

for (const { title, program, shown } of endless) {
  test(`a program that ${title} is stopped`, async ({ page }) => {
    const pair = await openPair(page);
    await pair.write(program);
    await pair.button('Run').click();
    await expect.poll(() => pair.output(), { timeout: 40_000 }).toMatch(shown);
    await pair.button('Stop').click();
    expect(await pair.end()).toMatchObject({ code: 137 });
    await expectUnharmed(pair, program);
  });
}

test('Stop leaves no worker behind that could still write', async ({ page }) => {
  const pair = await openPair(page);
  const ready = 3;
  await pair.write(`import { isMainThread, Worker, workerData } from 'node:worker_threads';
    const count = (workerData ?? new Int32Array(new SharedArrayBuffer(4))) as Int32Array;
    if (isMainThread) {
      for (let n = 0; n < 3; n++) new Worker(new URL(import.meta.url), { workerData: count });
      while (Atomics.load(count, 0) < 1000);
      console.log('all write');
    }
    for (;;) Atomics.add(count, 0, 1);`);
  await pair.button('Run').click();
  await expect.poll(() => pair.output()).toBe('all write\n');
  expect(page.workers().length).toBeGreaterThan(ready);
  await pair.button('Stop').click();
  expect(await pair.end()).toMatchObject({ code: 137 });
  // The kernel's worker and two threads of the frame that stands ready for the next run.
  await expect.poll(() => page.workers().length).toBe(ready);
});

test('the second Ctrl-C kills a program that ignores the first', async ({ page }) => {
  const pair = await openPair(page);
  await pair.write(`process.on('SIGINT', () => console.log('no'));
    setInterval(() => undefined, 1000);
    console.log('ready');`);
  await pair.button('Run').click();
  await expect.poll(() => pair.output()).toContain('ready\n');
  await pair.terminal.press('Control+c');
  await expect.poll(() => pair.output()).toContain('no\n');
  await pair.terminal.press('Control+c');
  expect(await pair.end()).toMatchObject({ code: 130 });
});

test('a program cannot leave its sandbox', async ({ page, problems }) => {
  const pair = await openPair(page);
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    new BroadcastChannel('site').onmessage = ({ data }) => heard.push(data);
    addEventListener('message', ({ data }) => {
      if (JSON.stringify(data)?.includes('forged')) heard.push(data);
    });
  });
  const before = page.url();
  await pair.write(`// @ts-nocheck
    import { BroadcastChannel } from 'node:worker_threads';
    const attempts = {
      importScripts: () => importScripts('https://example.com/x.js'),
      EventSource: () => new EventSource('https://example.com/'),
      XMLHttpRequest: () => new XMLHttpRequest(),
      beacon: () => navigator.sendBeacon('https://example.com/', 'x'),
      indexedDB: () => indexedDB.open('site'),
      caches: () => caches.open('site'),
      worker: () => new Worker('data:text/javascript,1'),
      location: () => { location.href = 'https://example.com/'; },
      open: () => open('https://example.com/'),
      localStorage: () => localStorage.clear(),
      cookie: () => document.cookie,
      forged: () => postMessage({ type: 'exit', code: 0, signal: null, forged: true }),
      selfPost: () => self.postMessage({ forged: true }),
      close: () => close(),
      import: () => import('https://example.com/x.js'),
    };
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt();
        console.log(name, 'WORKED');
      } catch (error) {
        console.log(name, 'refused');
      }
    }
    globalThis.onmessage = () => console.log('HEARD');
    const channel = new BroadcastChannel('site');
    channel.postMessage('forged');
    channel.close();
    console.log('done');`);
  await pair.button('Run').click();
  expect(await pair.end()).toMatchObject({ code: 0 });
  const lines = (await pair.output()).trimEnd().split('\n');
  expect(lines.filter((line) => !line.endsWith(' refused'))).toEqual(['done']);
  expect(lines).toHaveLength(16);
  expect(page.url()).toBe(before);
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
  // The browser reports what its policy refused; nothing else may have gone wrong.
  const refusals = problems.splice(0);
  expect(refusals.filter((problem) => !/Content Security Policy/.test(problem))).toEqual([]);
});
