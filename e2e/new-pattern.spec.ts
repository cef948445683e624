/**
 * What CONTRIBUTING.md promises an author: a new folder is a page of the site at once, and
 * verification says what to write. In a copy of the checkout, so that nothing is left in this one.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../src/tools/run.ts';
import { expect, test } from './fixtures.ts';

const COPIED = /^(src|content|public|package.*\.json|tsconfig.*\.json|astro\.config\.mjs)$/;
const ID = 'threads/turnstile';

let checkout: string;

test.beforeAll(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'interleave-author-'));
  for (const name of (await readdir(root)).filter((each) => COPIED.test(each))) {
    await cp(join(root, name), join(checkout, name), { recursive: true });
  }
  // The packages, but not what builds keep beside them: another build may run at the same time.
  const packages = join(root, 'node_modules');
  await mkdir(join(checkout, 'node_modules'));
  for (const name of (await readdir(packages)).filter((each) => !each.startsWith('.'))) {
    await symlink(join(packages, name), join(checkout, 'node_modules', name), 'junction');
  }
});
test.afterAll(() => rm(checkout, { recursive: true, force: true }));

test('a new pattern is a page at once, and verification says what to write', async () => {
  test.setTimeout(900_000);
  expect(await script('new-pattern.ts', ID)).toMatchObject({ code: 0 });
  const built = await script('build.ts');
  expect(built.code, built.output).toBe(0);
  const page = await readFile(join(checkout, 'dist/patterns', ID, 'index.html'), 'utf8');
  expect(page).toContain('TODO');
  expect(page).toContain('Hello from Python');

  const verified = await script('verify.ts', '--only', ID);
  expect(verified.code).toBe(1);
  expect(verified.output).toContain(
    `content/patterns/${ID}/main.py:1 is still to be written: the program in Python`,
  );
});

/** Runs a script of `src/tools` in the copy. */
function script(name: string, ...args: string[]): Promise<{ code: unknown; output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join('src/tools', name), ...args],
      { cwd: checkout, maxBuffer: 1e8 },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, output: stdout + stderr }),
    );
  });
}
