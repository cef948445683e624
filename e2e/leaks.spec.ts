/** What a run leaves behind: nothing, however it ended. Through the library, in one page. */
import { expect, test } from './fixtures.ts';

const RUNS = 100;
/** What stands ready for the next run: the kernel's worker and two threads. */
const READY_WORKERS = 3;

interface Left {
  frames: number;
  timers: number;
  ports: number;
  listeners: number;
}

declare global {
  interface Window {
    left(): Left;
    runMany(count: number): Promise<number[]>;
  }
}

test('a hundred runs leave no frame, worker, port, timer or listener', async ({ page }) => {
  // A bound against a hang: each run takes a fraction of a second on a quiet machine.
  test.setTimeout(600_000);
  await page.addInitScript(countResources);
  await page.goto('/engine/');
  await page.evaluate(prepareRuns);
  const first = await page.evaluate(() => window.runMany(7));
  await expect.poll(() => page.workers().length).toBe(READY_WORKERS);
  // The last frame's limit for its start goes when it has said that it is ready.
  await expect
    .poll(() => page.evaluate(() => window.left()))
    .toMatchObject({ frames: 1, timers: 0 });
  const before = await page.evaluate(() => window.left());
  const codes = await page.evaluate((count) => window.runMany(count), RUNS);
  expect(new Set(codes)).toEqual(new Set(first));
  await expect.poll(() => page.workers().length).toBe(READY_WORKERS);
  await expect.poll(() => page.evaluate(() => window.left())).toEqual(before);
});

/** Counts what a page makes and gives back. Runs in the page, before any script of it. */
function countResources(): void {
  const timers = new Set<number>();
  const { setTimeout: start, clearTimeout: stop } = window;
  Object.assign(window, {
    setTimeout(action: () => void, delay?: number) {
      const id = start(() => {
        timers.delete(id);
        action();
      }, delay);
      timers.add(id);
      return id;
    },
    clearTimeout(id: number) {
      timers.delete(id);
      stop(id);
    },
  });
  let ports = 0;
  window.MessageChannel = class extends MessageChannel {
    constructor() {
      super();
      ports++;
    }
  };
  const { close } = MessagePort.prototype;
  MessagePort.prototype.close = function () {
    ports--;
    close.call(this);
  };
  let listeners = 0;
  const { addEventListener: add, removeEventListener: remove } = window;
  window.addEventListener = (...args: Parameters<typeof add>) => {
    if (args[0] === 'message') listeners++;
    add.apply(window, args);
  };
  window.removeEventListener = (...args: Parameters<typeof remove>) => {
    if (args[0] === 'message') listeners--;
    remove.apply(window, args);
  };
  window.left = () => ({
    frames: document.querySelectorAll('iframe').length,
    timers: timers.size,
    ports,
    listeners,
  });
}

/** Boots the library, and runs programs that end in every way there is. Runs in the page. */
async function prepareRuns(): Promise<void> {
  const address = '/engine/interleave.js';
  const { boot } = await import(address);
  const engine = await boot();
  const spin = "require('worker_threads'); console.log('on'); for (;;);";
  const programs: [source: string, isKilled?: boolean][] = [
    ["console.log('plain');"],
    ["new (require('worker_threads').Worker)('setInterval(() => {}, 9)', { eval: true }).unref();"],
    ["if (!process.send) require('child_process').fork(__filename).on('exit', process.exit);"],
    ['setInterval(() => {}, 1000); process.exit(3);'],
    ["throw new Error('ends');"],
    [spin, true],
    [
      `new (require('worker_threads').Worker)(${JSON.stringify(spin)}, { eval: true }); ${spin}`,
      true,
    ],
  ];
  const runOne = async ([source, isKilled]: (typeof programs)[number]): Promise<number> => {
    await engine.mount({ 'main.cjs': { file: { contents: source } } });
    const child = await engine.spawn('node', ['main.cjs']);
    const reader = child.output.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (isKilled) child.kill();
    }
    return child.exit;
  };
  window.runMany = async (count) => {
    const codes: number[] = [];
    for (let run = 0; run < count; run++) {
      codes.push(await runOne(programs[run % programs.length] ?? ['']));
    }
    // The frame of the next run stands ready once a program could start in it.
    while (document.querySelectorAll('iframe').length !== 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return codes;
  };
}
