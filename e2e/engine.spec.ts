/** The embedded engine, met as a reader meets it: type a program, press Run, read the terminal. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixtures.ts';
import { PairPage } from './pair-page.ts';

const address = '/patterns/threads/lock/';

interface Case {
  title: string;
  program: string;
  code: number;
  /** The whole output, or what it must contain. */
  output: string | RegExp;
}

const cases: Case[] = [
  {
    title: 'a program prints as Node prints',
    program: "console.log('%s is %d', 'answer', 42, { nested: [1, 'two'] });\n",
    code: 0,
    output: "answer is 42 { nested: [ 1, 'two' ] }\n",
  },
  {
    title: 'ticks, microtasks, timers and immediates run in the order of Node',
    program: `
      import { setImmediate as immediate } from 'node:timers/promises';
      setTimeout(() => {
        setTimeout(() => console.log('timer'), 0);
        setImmediate(() => console.log('immediate'));
        process.nextTick(() => console.log('tick'));
        Promise.resolve().then(() => console.log('microtask'));
      }, 30);
      console.log('sync');
      await immediate();
      console.log('awaited');
    `,
    code: 0,
    output: 'sync\nawaited\ntick\nmicrotask\nimmediate\ntimer\n',
  },
  {
    title: 'a syntax error is shown with its place, as Node shows it',
    program: 'const a = 1;\nconst = 2;\n',
    code: 1,
    output:
      /^file:\/\/\/home\/reader\/threads\/lock\/main\.ts:2\nconst = 2;\n {6}\^\n\nSyntaxError/,
  },
  {
    title: 'TypeScript that cannot be erased gets Node’s code',
    program: 'enum Colour { Red }\nconsole.log(Colour.Red);\n',
    code: 1,
    output: /ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX.*enum is not supported in strip-only mode/s,
  },
  {
    title: 'an unknown module is named, with the line that imports it',
    program: "console.log('never');\nimport pad from 'left-pad';\npad();\n",
    code: 1,
    output:
      /main\.ts:2\nimport pad from 'left-pad';\n.*ERR_MODULE_NOT_FOUND\]: Cannot find package 'left-pad'/s,
  },
  {
    title: 'a built-in module that the engine lacks is declined with a code',
    program: "import { DatabaseSync } from 'node:sqlite';\nnew DatabaseSync(':memory:');\n",
    code: 1,
    output: /ERR_UNKNOWN_BUILTIN_MODULE\]: No such built-in module: node:sqlite/,
  },
  {
    title: 'a module that needs the network loads, and throws a coded error when it is used',
    program: "import { createServer } from 'node:http';\ncreateServer();\n",
    code: 1,
    output: /ERR_METHOD_NOT_IMPLEMENTED\]: The http.createServer method .* no network/,
  },
  {
    title: 'a function that the engine lacks throws a coded error',
    program: "import { createHook } from 'node:async_hooks';\ncreateHook({});\n",
    code: 1,
    output: /ERR_METHOD_NOT_IMPLEMENTED\]: The async_hooks\.createHook method is not implemented/,
  },
  {
    title: 'an uncaught exception ends the program with its place and stack',
    program:
      "function inner(n: number): void {\n  throw new RangeError('too far: ' + n);\n}\ninner(3);\n",
    code: 1,
    output:
      /main\.ts:2\n {2}throw new RangeError\('too far: ' \+ n\);\n {2}\^\n\nRangeError: too far: 3\n {4}at inner \(file:.*main\.ts:2:9\)\n {4}at Object\.<anonymous> \(file:.*main\.ts:4:1\)/,
  },
  {
    title: 'an unhandled rejection ends the program',
    program:
      "Promise.reject(new TypeError('nobody listens'));\nsetTimeout(() => console.log('never'), 500);\n",
    code: 1,
    output: /main\.ts:1\n.*TypeError: nobody listens/s,
  },
  {
    title: 'process.exit() ends at once with its code',
    program:
      "process.on('exit', (code) => console.log('exit', code));\nprocess.exit(3);\nconsole.log('never');\n",
    code: 3,
    output: 'exit 3\n',
  },
  {
    title: 'a top-level await that never settles ends with code 13',
    program: 'await new Promise(() => {});\n',
    code: 13,
    output: /Detected unsettled top-level await/,
  },
  {
    title: 'beforeExit can revive the program',
    program: `
      let lives = 2;
      process.on('beforeExit', () => {
        console.log('beforeExit', lives);
        if (lives-- > 0) setTimeout(() => console.log('alive'), 1);
      });
    `,
    code: 0,
    output: 'beforeExit 2\nalive\nbeforeExit 1\nalive\nbeforeExit 0\n',
  },
  {
    title: 'an error in a worker reaches its parent, with its class and stack',
    program: `
      import { Worker, isMainThread } from 'node:worker_threads';
      if (isMainThread) {
        const worker = new Worker(new URL(import.meta.url));
        worker.on('error', (error) => console.log(error instanceof RangeError, error.message));
        worker.on('exit', (code) => console.log('exit', code));
      } else {
        throw new RangeError('from the worker');
      }
    `,
    code: 0,
    output: 'true from the worker\nexit 1\n',
  },
  {
    title: 'terminate stops a spinning worker',
    program: `
      import { Worker } from 'node:worker_threads';
      const worker = new Worker('for (;;);', { eval: true });
      worker.on('online', async () => console.log('code', await worker.terminate()));
    `,
    code: 0,
    output: 'code 1\n',
  },
  {
    title: 'fork sends JSON: a Map arrives empty, undefined is dropped',
    program: `
      import { fork } from 'node:child_process';
      if (process.send) {
        process.once('message', (message) => {
          console.log('child got', JSON.stringify(message));
          process.send?.({ pid: process.pid > 0, ppid: process.ppid > 0 });
        });
      } else {
        const child = fork(import.meta.filename);
        child.on('message', (message) => console.log('parent got', JSON.stringify(message)));
        child.on('exit', (code, signal) => console.log('exit', code, signal));
        child.on('close', () => console.log('close'));
        child.send({ map: new Map([[1, 2]]), gone: undefined, kept: null });
      }
    `,
    code: 0,
    output:
      'child got {"map":{},"kept":null}\nparent got {"pid":true,"ppid":true}\nexit 0 null\nclose\n',
  },
  {
    title: 'kill ends a spinning child with its signal',
    program: `
      import { fork } from 'node:child_process';
      if (process.send) {
        process.send('ready');
        for (;;);
      }
      const child = fork(import.meta.filename);
      child.on('message', () => child.kill());
      child.on('exit', (code, signal) => console.log(code, signal));
    `,
    code: 0,
    output: 'null SIGTERM\n',
  },
  {
    title: 'SIGINT handlers run, and the program decides',
    program: `
      process.on('SIGINT', (name) => {
        console.log('got', name);
        process.exit(7);
      });
      process.kill(process.pid, 'SIGINT');
      setTimeout(() => {}, 60_000);
    `,
    code: 7,
    output: 'got SIGINT\n',
  },
  {
    title: 'AsyncLocalStorage survives native await',
    program: `
      import { AsyncLocalStorage } from 'node:async_hooks';
      import { setTimeout as delay } from 'node:timers/promises';
      const storage = new AsyncLocalStorage<string>();
      const visit = async (name: string) => {
        await delay(5);
        try { await Promise.reject(new Error('x')); } catch { console.log(storage.getStore() === name); }
      };
      await Promise.all(['a', 'b'].map((name) => storage.run(name, visit, name)));
      console.log(storage.getStore());
    `,
    code: 0,
    output: 'true\ntrue\nundefined\n',
  },
];

/** A server of the program's wishes, which should never hear of them. */
async function countRequests() {
  const requests: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    url: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

for (const { title, program, code, output } of cases) {
  test(title, async ({ page }) => {
    await page.goto(address);
    const pair = new PairPage(page);
    await pair.write(program);
    await pair.button('Run').click();
    expect(await pair.end()).toMatchObject({ code });
    if (typeof output === 'string') expect(await pair.output()).toBe(output);
    else expect(await pair.output()).toMatch(output);
  });
}

test('threads run at the same time: two answer each other without ever yielding', async ({
  page,
}) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write(`
    import { Worker, isMainThread, workerData } from 'node:worker_threads';
    if (isMainThread) {
      const turns = new Int32Array(new SharedArrayBuffer(8));
      for (const side of [0, 1]) {
        new Worker(new URL(import.meta.url), { workerData: { turns, side } });
      }
      // Blocked: whoever needed this thread to start would never start.
      while (Atomics.load(turns, 1) < 2) Atomics.wait(turns, 1, Atomics.load(turns, 1));
      console.log('turns', turns[0]);
    } else {
      const { turns, side } = workerData as { turns: Int32Array; side: number };
      for (let turn = side; turn < 1000; turn += 2) {
        while (Atomics.load(turns, 0) !== turn);
        Atomics.add(turns, 0, 1);
      }
      Atomics.add(turns, 1, 1);
      Atomics.notify(turns, 1);
    }
  `);
  await pair.button('Run').click();
  expect(await pair.end()).toMatchObject({ code: 0 });
  expect(await pair.output()).toBe('turns 1000\n');
});

test('a program cannot reach the network, the page or the storage of the site', async ({
  page,
  problems,
}) => {
  await using target = await countRequests();
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write(`
    const target = '${target.url}stolen';
    const attempts: Record<string, () => unknown> = {
      fetch: () => fetch(target),
      global: () => Reflect.get(globalThis, 'parent') ?? Reflect.get(globalThis, 'self'),
      import: () => import(target),
      rawImport: () => new Function('url', 'return import(url)')(target),
      socket: () => new WebSocket(target.replace('http', 'ws')),
      xhr: () => new (Reflect.get(globalThis, 'XMLHttpRequest') as new () => object)(),
      storage: () => Reflect.get(globalThis, 'indexedDB') ?? Reflect.get(globalThis, 'caches'),
      worker: () => Reflect.get(globalThis, 'Worker') ?? Reflect.get(globalThis, 'importScripts'),
    };
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        console.log(name, (await attempt()) === undefined ? 'absent' : 'REACHED');
      } catch {
        console.log(name, 'refused');
      }
    }
  `);
  await pair.button('Run').click();
  expect(await pair.end()).toMatchObject({ code: 0 });
  expect(await pair.output()).toBe(
    `${[
      'fetch refused',
      'global absent',
      'import refused',
      'rawImport refused',
      'socket refused',
      'xhr refused',
      'storage absent',
      'worker absent',
    ].join('\n')}\n`,
  );
  expect(target.requests).toEqual([]);
  await fetch(new URL('control', target.url));
  expect(target.requests).toEqual(['/control']);
  // The browser reports what its policy refused; nothing else may have gone wrong.
  const refusals = problems.splice(0);
  expect(refusals.filter((problem) => !/stolen|Content Security Policy/.test(problem))).toEqual([]);
});

test('the page stays responsive while every core spins', async ({ page }) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write(`
    import { Worker, isMainThread } from 'node:worker_threads';
    if (isMainThread) for (let n = 0; n < 3; n++) new Worker(new URL(import.meta.url));
    console.log('spinning');
    for (;;);
  `);
  await pair.button('Run').click();
  await expect.poll(() => pair.output()).toBe('spinning\n'.repeat(4));
  const search = page.getByRole('button', { name: /search/i }).first();
  await search.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await pair.button('Stop').click();
  expect(await pair.end()).toMatchObject({ code: 137 });
});

test('after a run nothing of it is left: no frame beyond the one that stands ready', async ({
  page,
}) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write('console.log(String(process.hrtime.bigint()));\n');
  for (let run = 0, last = ''; run < 5; run++) {
    await pair.button('Run').click();
    await expect.poll(() => pair.output()).toMatch(/^\d+\n$/);
    await expect.poll(() => pair.output()).not.toBe(last);
    last = await pair.output();
    await pair.end();
  }
  await expect.poll(() => page.locator('iframe').count()).toBe(1);
});

test('a program that prints for ever is held back, and Stop ends it', async ({ page }) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write("for (let n = 0; ; n++) console.log('line', n);\n");
  await pair.button('Run').click();
  await expect.poll(async () => (await pair.output()).length).toBeGreaterThan(1000);
  await pair.button('Stop').click();
  expect(await pair.end()).toMatchObject({ code: 137 });
  await expect(pair.editor).toContainText('for (let n = 0;');
});
