/** Our `path`, of both kinds, and Node's own: the same calls, the same answers and errors. */
import assert from 'node:assert/strict';
import { type PlatformPath, posix as real, win32 as realWindows } from 'node:path';
import { test } from 'node:test';
import { createPath } from './path.ts';
import { createWin32Path } from './path-win32.ts';

const ofOnePath = [
  'normalize',
  'dirname',
  'extname',
  'isAbsolute',
  'parse',
  'resolve',
  'join',
] as const;

type OnePath = Pick<PlatformPath, (typeof ofOnePath)[number] | 'basename'>;

/** @param suffixes those that `basename` takes off */
function compareOnePath(
  kind: string,
  ours: OnePath,
  real: OnePath,
  paths: readonly string[],
  suffixes: readonly (string | undefined)[],
): void {
  for (const name of ofOnePath) {
    test(`${kind}: ${name} of one path`, () => {
      for (const path of paths) {
        assert.deepEqual(ours[name](path), real[name](path), `${name}(${JSON.stringify(path)})`);
      }
    });
  }

  test(`${kind}: basename with a suffix and without`, () => {
    for (const path of paths) {
      for (const suffix of suffixes) {
        const shown = `${JSON.stringify(path)}, ${JSON.stringify(suffix)}`;
        assert.equal(ours.basename(path, suffix), real.basename(path, suffix), shown);
      }
    }
  });
}

const ours = createPath(() => process.cwd());

const pieces = [
  '',
  '/',
  '//',
  '.',
  '..',
  'a',
  'b.c',
  '.d',
  'e.',
  'f.g.h',
  ' ',
  '...',
  'a/b',
  '../..',
];
const paths = [
  ...pieces,
  ...pieces.flatMap((one) => pieces.map((other) => `${one}/${other}`)),
  ...pieces.flatMap((one) => pieces.map((other) => `/${one}${other}/`)),
  '/a/b/c/../../../../d',
  'a//b///c.txt//',
  '///a',
  '/a/.././b/./',
];

compareOnePath('posix', ours, real, paths, [undefined, '', '.c', 'b.c', 'c', '.h', '/', 'a']);

const pairwise = ['join', 'resolve', 'relative'] as const;
for (const name of pairwise) {
  test(`${name} of two paths`, () => {
    const some = paths.filter((_, at) => at % 3 === 0);
    for (const one of some) {
      for (const other of some) {
        const shown = `${name}(${JSON.stringify(one)}, ${JSON.stringify(other)})`;
        assert.equal(ours[name](one, other), real[name](one, other), shown);
      }
    }
  });
}

test('format puts together what parse took apart, and less', () => {
  const cases = [
    { dir: '/a', base: 'b.c' },
    { root: '/', base: 'b' },
    { root: '/', dir: '/', name: 'a', ext: 'txt' },
    { name: 'a', ext: '.txt' },
    { dir: 'x', name: 'y' },
    {},
    ...paths.map((path) => real.parse(path)),
  ];
  for (const each of cases)
    assert.equal(ours.format(each), real.format(each), JSON.stringify(each));
});

test('errors are those of Node', () => {
  type Path = typeof real;
  const calls: ((path: Path) => unknown)[] = [
    (path) => path.join('a', 1 as never),
    (path) => path.resolve(null as never),
    (path) => path.basename('a', 3 as never),
    (path) => path.basename(undefined as never),
    (path) => path.format('a' as never),
    (path) => path.relative('a', {} as never),
    (path) => path.parse(1 as never),
  ];
  for (const call of calls) {
    const tell = (path: Path): unknown => {
      try {
        return call(path);
      } catch (error) {
        const { code, message, name } = error as Error & { code: string };
        return { code, message, name };
      }
    };
    assert.deepEqual(tell(ours as never), tell(real));
  }
});

const windows = createWin32Path(() => process.cwd());

const starts = [
  '',
  '/',
  '\\',
  'C:',
  'c:\\',
  'D:/',
  '\\\\host\\share',
  '//host//share//',
  '\\\\host',
];
const more = ['\\\\?\\C:\\', '\\\\.\\', 'CON:', 'com1:x', 'nul', '.', '..', '///', '\\/\\'];
const rests = [
  '',
  'a',
  'b.c',
  '.d',
  'e.',
  'a\\b',
  'a/../b',
  '..\\..',
  '.\\c\\',
  'x:y',
  'a//b\\\\c',
  'A',
];
const windowsPaths = [
  ...[...starts, ...more].flatMap((start) => rests.map((rest) => start + rest)),
  ...starts.flatMap((start) => rests.map((rest) => `${start}\\${rest}`)),
];

compareOnePath('win32', windows, realWindows, windowsPaths, [
  undefined,
  '',
  '.c',
  'b.c',
  'c',
  '\\',
  'a',
]);

test('win32: toNamespacedPath of one path', () => {
  for (const path of windowsPaths) {
    const shown = JSON.stringify(path);
    assert.deepEqual(windows.toNamespacedPath(path), realWindows.toNamespacedPath(path), shown);
  }
});

/**
 * Of `\\ab` and `\\a` Node says `..a`: it takes the one for a folder of the other where the first
 * name begins with the whole of the other path, and does not tell a share from a folder of the same
 * names. Ours does not follow it there.
 */
function isMisread(one: string, other: string): boolean {
  const [from, to] = [one, other].map((each) =>
    realWindows
      .resolve(each)
      .toLowerCase()
      .replace(/^\\+|\\+$/g, ''),
  );
  const [short, long] = [from, to].sort((a, b) => (a as string).length - (b as string).length);
  if (from === to)
    return realWindows.resolve(one).toLowerCase() !== realWindows.resolve(other).toLowerCase();
  return short !== '' && !short?.includes('\\') && long?.startsWith(short as string) === true;
}

for (const name of ['join', 'resolve', 'relative'] as const) {
  test(`win32: ${name} of two paths`, () => {
    for (const one of windowsPaths) {
      for (const other of windowsPaths) {
        if (name === 'relative' && isMisread(one, other)) continue;
        const shown = `${name}(${JSON.stringify(one)}, ${JSON.stringify(other)})`;
        assert.equal(windows[name](one, other), realWindows[name](one, other), shown);
      }
    }
  });
}

test('win32: format puts together what parse took apart', () => {
  for (const each of [
    {},
    { dir: 'x', name: 'y', ext: 'z' },
    ...windowsPaths.map((path) => realWindows.parse(path)),
  ])
    assert.equal(windows.format(each), realWindows.format(each), JSON.stringify(each));
});
