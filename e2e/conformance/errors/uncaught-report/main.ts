import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';

// Not a file of its own: the tools that read the source would stumble over it as well.
writeFileSync('syntax.mjs', 'const a = 1;\nconst = 2;\n');

/** What a child prints when it dies: place, line, whether a caret stands below, the error. */
for (const file of ['thrown.ts', 'native.mjs', 'rejected.ts', 'syntax.mjs', 'code.ts']) {
  const child = spawn(process.execPath, [file]);
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  const [place = '', line, caret = '', ...rest] = stderr.split('\n');
  const header = rest.find((each) => /^\w*Error/.test(each));
  console.log(code, basename(place), '|', line, '|', /^\s*\^+$/.test(caret), '|', header);
}
