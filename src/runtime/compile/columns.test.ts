import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { compile } from './compile.ts';
import { originalColumn } from './compiled-module.ts';
import { TestLinker } from './test-linker.ts';

const run = promisify(execFile);

const library = `export function fail(message) { throw new Error(message); }
export const record = (stacks, run) => { try { run(); } catch (error) { stacks.push(error.stack); } };
export class Failing { constructor() { throw new Error('new'); } }
export const nothing = undefined, template = () => { throw new Error('tag'); };
export const later = async () => { await null; throw new Error('later'); };
`;

// The first line stays empty because the test linker adds to it.
const program = `
import { fail, record, Failing, nothing, template, later } from './library.mjs';
const stacks = [];
record(stacks, () => fail('call')); record(stacks, () => { fail(1) }); record(stacks, () => [1].map((x) => fail(x)));
record(stacks, () => new Failing()); record(stacks, () => nothing.property); record(stacks, () => nothing());
record(stacks, () => template\`x\`); const o = { nothing, fail }; record(stacks, () => o.fail('method'));
record(stacks, () => { throw new Error('own') }); try { await later(); } catch (error) { stacks.push(error.stack) } record(stacks, () => fail('after await'));
try { await (async () => { await null; fail('in async') })(); } catch (error) { stacks.push(error.stack) }
try { await (async () => fail('arrow', await null))() } catch (error) { stacks.push(error.stack) }
for await (const x of [1]) try { await 1; fail('loop') } catch (error) { stacks.push(error.stack) }
fail /* comment */ ; record(stacks, () => fail /* comment */ ('comment')); record(stacks, () => fail(await0(), fail('argument'))); function await0() {}
console.log(JSON.stringify(stacks));
`;

/** Line and column of each frame in the file, for each stack. Columns are 1-based, as printed. */
function placesIn(stacks: string, file: string): string[][] {
  const frame = new RegExp(`${file}:(\\d+):(\\d+)`, 'g');
  const parsed: string[] = JSON.parse(stacks);
  return parsed.map((stack) =>
    [...stack.matchAll(frame)].map(([, line, column]) => `${line}:${column}`),
  );
}

async function onNode(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'interleave-'));
  try {
    await writeFile(join(folder, 'main.mjs'), program);
    await writeFile(join(folder, 'library.mjs'), library);
    return (await run(process.execPath, [join(folder, 'main.mjs')])).stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('stack traces map to the places that Node reports', async () => {
  let stacks = '';
  const linker = new TestLinker({
    files: { 'main.mjs': program, 'library.mjs': library },
    builtin: async () => ({}),
    asyncContext: {
      s: (value: unknown) => value,
      r: (value: unknown) => value,
      t: (value: unknown) => value,
      q: () => undefined,
      c: () => undefined,
      it: (_keeper: unknown, iterable: unknown) => iterable,
    },
    console: {
      log: (text: string) => {
        stacks = text;
      },
    },
  });
  await linker.run('main.mjs');
  const { columns } = compile(program, { path: 'main.mjs' });
  const mapped = placesIn(stacks, 'main.mjs').map((places) =>
    places.map((place) => {
      const [line = 0, column = 0] = place.split(':').map(Number);
      return `${line}:${originalColumn(columns, line, column - 1) + 1}`;
    }),
  );
  assert.deepEqual(mapped, placesIn(await onNode(), 'main.mjs'));
});

test('the first line maps past the prefix', () => {
  const source = 'const a = 1; throw a';
  const { code, columns } = compile(source, { path: 'main.mjs' });
  assert.equal(originalColumn(columns, 1, code.indexOf('throw')), source.indexOf('throw'));
});

test('types move nothing', () => {
  const source = '\nconst a: number = f<string>(b as unknown as string)!;\nexport { a };';
  const { columns } = compile(source, { path: 'main.ts' });
  assert.deepEqual(
    columns.filter(([line]) => line > 1),
    [],
  );
});

test('no line is added or lost', () => {
  const source = `#!/usr/bin/env node
import {
  a,
  type B,
} from 'x';\r
export\ndefault\nawait\na; export {\n} from 'y'; const t = \`
\${a}
\`;\u2028interface C {
}
for await (const x of a)
  await import
.meta`;
  const { code } = compile(source, { path: 'main.ts' });
  const lines = (text: string): number => text.split(/\r\n|[\n\r\u2028\u2029]/).length;
  assert.equal(lines(code), lines(source) + 1, 'one more, for the closing bracket');
});
