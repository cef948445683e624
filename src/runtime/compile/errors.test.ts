import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile } from './compile.ts';
import { CompileError } from './errors.ts';

/** What is reported: where (columns from 0), how many characters are marked, and what is said. */
interface Report {
  line: number;
  mark: { column: number; length: number } | undefined;
  text: string;
}

const mistakes: Record<string, string[]> = {
  'main.mts': [
    'const a: number = 1;\nlet b = foo(a;\n',
    'console.log("a"\n',
    'const t = new Map(() => {\n  console.log("x"\n});',
    'while (true {\n}',
    'if x { }',
    'const x = { a: 1, b: 2\nconsole.log(x)',
    'const a: number = ;',
    'const a: number;',
    'let a = b +',
    'function f() {\n  return 1;\n\n',
    'fucntion foo() {}',
    'let a = "abc\nfoo()',
    'let a = `abc',
    'let a = 1;\nlet b = 2;\n  let a = 3;',
    'function f() { const x = await fetch(); }',
    'export { nope }',
    'export { q, q }; var q',
    'import { a b } from "c"',
    'break',
    'a.',
    '1 = 2',
    'else { }',
    '  enum A { B, C }\nconsole.log(1)',
    'namespace N { export const x = 1 }',
    'module M { }',
    'class A { constructor(private readonly x: number, y: string) {} }',
    'class A { constructor(public x = 1) {} }',
    'import fs = require("fs"); fs;',
    'const y: unknown = 1; const x = <string>y;',
    'export = 1',
    'import Y = A.B;',
  ],
  'main.mjs': [
    'const a = ;',
    'let a; let a;',
    'return 1',
    'a b',
    '}',
    'foo(',
    'let x = 1 2',
    'const a = 1, b;',
    'let a = "abc',
    'break',
    'export { nope }',
    'const a: number = 1',
    'class A extends null { constructor() { super() } m() { super() } }',
    'if (x) {\n',
    'let yield = 1',
  ],
};

function ours(source: string, path: string): Report {
  try {
    compile(source, { path });
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    const { line, column, length, code, message } = error;
    const text = `SyntaxError${code ? ` [${code}]` : ''}: ${message}`;
    return { line, mark: length > 0 ? { column, length } : undefined, text };
  }
  throw new Error(`no error in: ${source}`);
}

/** Reads `file:line`, the excerpt with its marks, and the error from what Node prints. */
function parseReport(stderr: string, path: string): Report {
  const place = stderr.indexOf(`${path}:`);
  const [first = '', ...lines] = stderr.slice(place).split('\n');
  const caret = lines.find((line) => /^\s*\^+\s*$/.test(line));
  return {
    line: Number(first.slice(path.length + 1)),
    mark: (caret && { column: caret.indexOf('^'), length: caret.trim().length }) || undefined,
    text: lines.find((line) => line.startsWith('SyntaxError')) ?? stderr,
  };
}

for (const [name, sources] of Object.entries(mistakes)) {
  test(`errors in ${name} are worded and placed as by Node`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'interleave-'));
    try {
      const found: Record<string, Report> = {};
      const expected: Record<string, Report> = {};
      for (const source of sources) {
        const path = join(folder, name);
        await writeFile(path, source);
        const stderr = await new Promise<string>((resolve) => {
          execFile(process.execPath, [path], (_error, _stdout, printed) => resolve(printed));
        });
        found[source] = ours(source, path);
        expected[source] = parseReport(stderr, path);
      }
      assert.deepEqual(found, expected);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}

test('a JavaScript file may not contain types', () => {
  assert.throws(() => compile('let a: number', { path: 'main.js' }), { line: 1, column: 5 });
});

test('an assignment to the name of a type is no reason to refuse a file', () => {
  assert.doesNotThrow(() => compile('type A = 1; export type { A }', { path: 'main.ts' }));
});
