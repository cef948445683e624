/** Our `path` and Node's own: the same calls, the same answers and errors. */
import assert from 'node:assert/strict';
import { posix as real } from 'node:path';
import { test } from 'node:test';
import { createPath } from './path.ts';

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

const alone = [
  'normalize',
  'dirname',
  'extname',
  'isAbsolute',
  'parse',
  'resolve',
  'join',
] as const;
for (const name of alone) {
  test(`${name} of one path`, () => {
    for (const path of paths) {
      assert.deepEqual(ours[name](path), real[name](path), `${name}(${JSON.stringify(path)})`);
    }
  });
}

test('basename with a suffix and without', () => {
  for (const path of paths) {
    for (const suffix of [undefined, '', '.c', 'b.c', 'c', '.h', '/', 'a']) {
      const shown = `${JSON.stringify(path)}, ${suffix}`;
      assert.equal(ours.basename(path, suffix), real.basename(path, suffix), shown);
    }
  }
});

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
