/**
 * One contract for both engines: the same calls, the same answers. The WebContainer is the real
 * client, behind it the double; `npm run test:webcontainer` puts the real service there.
 */
import type { Page } from '@playwright/test';
import type { Engine, FileSystemTree, TerminalSize } from '../src/engine/engine.ts';
import { installDouble, installHarness } from './double/install.ts';
import { expect, test } from './fixtures.ts';

const isReal = process.env.WEBCONTAINER === 'real';
const engines = isReal ? (['webcontainer'] as const) : (['embedded', 'webcontainer'] as const);

declare const engine: Engine;

interface RunOptions {
  files?: FileSystemTree;
  terminal?: TerminalSize;
  env?: Record<string, string>;
  /** Input to write, each when what stands before it has been printed. */
  replies?: [after: string, input: string][];
  /** Kills the program when this has been printed. */
  killAfter?: string;
  resizeAfter?: string;
}

/** Runs `main.ts` in a directory of its own, and answers what it printed and its exit code. */
function run(page: Page, program: string, options: RunOptions = {}) {
  return page.evaluate(
    async ([source, { files, terminal, env, replies = [], killAfter, resizeAfter }]) => {
      const directory = `run-${Math.random().toString(36).slice(2)}`;
      const tree = { 'main.ts': { file: { contents: source } }, ...files };
      await engine.mount(tree, { mountPoint: directory });
      const process = await engine.spawn('node', ['main.ts'], {
        cwd: directory,
        ...(terminal && { terminal }),
        ...(env && { env }),
      });
      const writer = process.input.getWriter();
      const reader = process.output.getReader();
      let output = '';
      let isResized = false;
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        output += next.value;
        const [after, input] = replies[0] ?? [];
        if (after !== undefined && output.includes(after)) {
          replies.shift();
          void writer.write(input ?? '');
        }
        if (killAfter !== undefined && output.includes(killAfter)) process.kill();
        if (resizeAfter !== undefined && output.includes(resizeAfter) && !isResized) {
          isResized = true;
          process.resize({ cols: 40, rows: 10 });
        }
      }
      return { output: output.replaceAll('\r\n', '\n'), code: await process.exit, directory };
    },
    [program, options] as const,
  );
}

for (const name of engines) {
  test.describe(`the ${name} engine`, () => {
    test.use({ hosts: ['https://stackblitz.com'] });

    test.beforeEach(async ({ page, context }) => {
      if (name === 'webcontainer') await installHarness(context);
      if (name === 'webcontainer' && !isReal) await installDouble(context);
      await page.goto('/engine/');
      await page.evaluate(
        async (from) => {
          const { boot } = (await import(from)) as { boot: () => Promise<Engine> };
          Object.assign(globalThis, { engine: await boot() });
        },
        name === 'embedded' ? '/engine/interleave.js' : '/harness.js',
      );
    });

    test('mounts TypeScript, runs it, and gives its output and exit code', async ({ page }) => {
      const { output, code } = await run(
        page,
        "import { two } from './lib/two.ts';\nconst n: number = two;\nconsole.log('n', n);\nprocess.exit(3);\n",
        {
          files: {
            lib: { directory: { 'two.ts': { file: { contents: 'export const two = 2;\n' } } } },
          },
        },
      );
      expect({ output, code }).toEqual({ output: 'n 2\n', code: 3 });
    });

    test('runs threads', async ({ page }) => {
      const { output, code } = await run(
        page,
        `import { Worker, isMainThread, parentPort } from 'node:worker_threads';
        if (isMainThread) {
          new Worker(new URL(import.meta.url)).on('message', (text) => console.log(text));
        } else parentPort?.postMessage('from a thread');`,
      );
      expect({ output, code }).toEqual({ output: 'from a thread\n', code: 0 });
    });

    test('takes input', async ({ page }) => {
      const { output, code } = await run(
        page,
        `import { createInterface } from 'node:readline/promises';
        const terminal = createInterface({ input: process.stdin, output: process.stdout });
        console.log('hello ' + (await terminal.question('name? ')));
        terminal.close();`,
        { terminal: { cols: 80, rows: 24 }, replies: [['name? ', 'Ada\r']] },
      );
      expect(output).toContain('hello Ada\n');
      expect(code).toBe(0);
    });

    test('makes Ctrl-C an interrupt', async ({ page }) => {
      const { code } = await run(page, "console.log('on');\nsetInterval(() => {}, 1e4);\n", {
        terminal: { cols: 80, rows: 24 },
        replies: [['on', '\x03']],
      });
      expect(code).toBe(130);
    });

    test('kills a program that waits', async ({ page }) => {
      const { code } = await run(page, "console.log('on');\nsetInterval(() => {}, 1e4);\n", {
        killAfter: 'on',
      });
      expect(code).toBe(137);
    });

    test('tells a program the size of its terminal, and when it changes', async ({ page }) => {
      const { output } = await run(
        page,
        `const { stdout } = process;
        console.log(\`at first \${stdout.columns}\`);
        const wait = setInterval(() => {}, 1e4);
        stdout.on('resize', () => {
          console.log(\`then \${stdout.columns}\`);
          clearInterval(wait);
        });`,
        { terminal: { cols: 72, rows: 20 }, resizeAfter: 'at first' },
      );
      expect(output).toBe('at first 72\nthen 40\n');
    });

    test('gives a program its directory and environment', async ({ page }) => {
      const { output, directory } = await run(
        page,
        "console.log(process.cwd().split('/').at(-1), process.env.ANSWER);\n",
        { env: { ANSWER: '42' } },
      );
      expect(output).toBe(`${directory} 42\n`);
    });

    test('reads, writes, lists and removes files, those of programs too', async ({ page }) => {
      const { directory } = await run(
        page,
        "import { writeFileSync } from 'node:fs';\nwriteFileSync('made.txt', 'by a program');\n",
      );
      const found = await page.evaluate(async (folder) => {
        const { fs } = engine;
        await fs.mkdir(`${folder}/a/b`, { recursive: true });
        await fs.writeFile(`${folder}/a/b/text`, 'häuser');
        await fs.writeFile(`${folder}/a/bytes`, new Uint8Array([1, 200]));
        const answer = {
          made: await fs.readFile(`${folder}/made.txt`, 'utf8'),
          text: await fs.readFile(`${folder}/a/b/text`, 'utf8'),
          bytes: [...(await fs.readFile(`${folder}/a/bytes`))],
          names: (await fs.readdir(`${folder}/a`)).sort(),
        };
        await fs.rm(`${folder}/a`, { recursive: true });
        await fs.rm(`${folder}/none`, { force: true });
        const missing = await fs.readFile(`${folder}/a/bytes`).catch((error) => error.code);
        return { ...answer, missing };
      }, directory);
      expect(found).toEqual({
        made: 'by a program',
        text: 'häuser',
        bytes: [1, 200],
        names: ['b', 'bytes'],
        missing: 'ENOENT',
      });
    });

    test('knows no command that is not there', async ({ page }) => {
      const code = await page.evaluate(() =>
        engine.spawn('no-such-command', []).then(
          () => 'started',
          (error) => error.code,
        ),
      );
      expect(code).toBe('ENOENT');
    });

    test('is of no more use after its teardown', async ({ page }) => {
      const code = await page.evaluate(() => {
        engine.teardown();
        return engine.mount({}).catch((error) => error.code);
      });
      expect(code).toBe('ENGINE_TORN_DOWN');
    });
  });
}
