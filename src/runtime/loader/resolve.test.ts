/** Where specifiers lead, ours against Node's own: the same files, on a disk and in a tree. */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SystemError } from '../../kernel/system-error.ts';
import { Resolver } from './resolve.ts';

const root = realpathSync(mkdtempSync(`${os.tmpdir()}/resolve-`));
after(() => rmSync(root, { recursive: true }));
const files: Record<string, string> = {
  'package.json': JSON.stringify({
    name: 'own',
    exports: { '.': './main.js', './part': './lib/part.js' },
    imports: {
      '#dep': { node: './lib/part.js' },
      '#lib/*': './lib/*.js',
      '#fs': 'node:fs',
      '#bare': 'plain',
    },
  }),
  'main.js': '',
  'lib/part.js': '',
  'lib/index.js': '',
  'data.json': '{}',
  'node_modules/plain/index.js': '',
  'node_modules/plain/sub.js': '',
  'node_modules/mained/package.json': '{"main":"./lib/m"}',
  'node_modules/mained/lib/m.js': '',
  'node_modules/dual/package.json': JSON.stringify({
    exports: {
      '.': { import: './i.mjs', require: './r.cjs' },
      './deep/*': './d/*.js',
      './deep/private/*': null,
      './cond': [{ browser: './b.js' }, { default: './r.cjs' }],
    },
  }),
  'node_modules/dual/i.mjs': '',
  'node_modules/dual/r.cjs': '',
  'node_modules/dual/d/x.js': '',
  'node_modules/@scope/name/package.json': '{"exports":"./e.js"}',
  'node_modules/@scope/name/e.js': '',
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(path.dirname(`${root}/${name}`), { recursive: true });
  writeFileSync(`${root}/${name}`, text);
}

const system = {
  call({ op, path: at }: { op: string; path: string }): unknown {
    if (!existsSync(at)) throw new SystemError('ENOENT', 'open', at);
    if (op === 'read-source') return { text: readFileSync(at, 'utf8') };
    return { type: statSync(at).isDirectory() ? 'directory' : 'file' };
  },
};
const resolver = new Resolver(system as never, new Map([['fs', {}]]));
const parent = `${root}/main.js`;
const require = createRequire(parent);

function outcome(action: () => string): unknown {
  try {
    return action();
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

const shown = (found: ReturnType<Resolver['resolveImport']>): string => {
  if (found.kind === 'data') return found.url;
  return found.kind === 'builtin' ? `node:${found.name}` : found.path;
};

const specifiers = [
  './lib',
  './lib/part',
  './lib/part.js',
  './data.json',
  './data',
  './no',
  'plain',
  'plain/sub',
  'plain/sub.js',
  'mained',
  'dual',
  'dual/deep/x',
  'dual/deep/private/x',
  'dual/no',
  'dual/cond',
  '@scope/name',
  '@scope/name/x',
  'own',
  'own/part',
  'own/no',
  '#dep',
  '#lib/part',
  '#fs',
  '#bare',
  '#no',
  'absent',
  'node:fs',
  'fs',
];
for (const specifier of specifiers) {
  test(`require('${specifier}')`, () => {
    const expected = outcome(() => {
      const found = require.resolve(specifier);
      return found === 'fs' ? 'node:fs' : found;
    });
    assert.equal(
      outcome(() => shown(resolver.resolveRequire(specifier, parent))),
      expected,
    );
  });
  test(`import '${specifier}'`, async () => {
    const probe = `${root}/probe.mjs`;
    writeFileSync(probe, 'export const resolve = (name) => import.meta.resolve(name);');
    const { resolve } = (await import(pathToFileURL(probe).href)) as {
      resolve: (name: string) => string;
    };
    const expected = outcome(() => {
      const url = resolve(specifier);
      return url.startsWith('file:') ? fileURLToPath(url) : url;
    });
    const ours = outcome(() => shown(resolver.resolveImport(specifier, parent)));
    // `import.meta.resolve` of Node does not look whether a relative file is there; importing does.
    if (
      typeof expected === 'string' &&
      expected.startsWith('/') &&
      !(existsSync(expected) && statSync(expected).isFile())
    ) {
      assert.match(String(ours), /^ERR_(MODULE_NOT_FOUND|UNSUPPORTED_DIR_IMPORT)$/);
    } else assert.equal(ours, expected);
  });
}
