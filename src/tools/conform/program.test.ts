import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { nameOf, readPrograms, whyDiffers } from './program.ts';

async function read(source: string) {
  const folder = await mkdtemp(join(tmpdir(), 'interleave-programs-'));
  try {
    await mkdir(join(folder, 'timers'));
    await writeFile(join(folder, 'timers/some.ts'), source);
    const [program] = await readPrograms(folder);
    assert.ok(program);
    return program;
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('a difference holds in the browsers that it names', async () => {
  const program = await read(
    '// differs(firefox, webkit): no such clock\n// differs(chromium): too fast\n1;\n',
  );
  assert.equal(nameOf(program), 'timers/some');
  assert.equal(whyDiffers(program, 'firefox'), 'no such clock');
  assert.equal(whyDiffers(program, 'webkit'), 'no such clock');
  assert.equal(whyDiffers(program, 'chromium'), 'too fast');
});

test('a difference that names no browser holds in all, and none is none', async () => {
  assert.equal(whyDiffers(await read('// differs: as declared\n'), 'webkit'), 'as declared');
  assert.equal(whyDiffers(await read('1;\n'), 'webkit'), undefined);
});

test('a browser that nobody knows is refused', async () => {
  await assert.rejects(read('// differs(safari): why\n'), /unknown browser: safari/);
});
