import path from 'node:path';

console.log(
  path.join('a', '..', '/b', './c/'),
  path.resolve('/a', 'b', '../c'),
  path.normalize('/a//b/./../c/'),
);
console.log(
  path.relative('/a/b/c', '/a/d'),
  path.dirname('/a/b/'),
  path.basename('/a/b.ts', '.ts'),
  path.extname('.x.y'),
);
console.log(path.parse('/home/x/file.tar.gz'), path.format({ dir: '/d', name: 'n', ext: '.e' }));
console.log(path.isAbsolute('a'), path.sep, path.delimiter, path.posix === path);
