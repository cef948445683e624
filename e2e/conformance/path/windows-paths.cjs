const path = require('node:path');

const { win32 } = path;
console.log(
  win32 === require('node:path/win32'),
  win32.win32 === win32,
  win32.posix === path.posix,
);
console.log(win32.sep, win32.delimiter, path.sep);
console.log(win32.join('C:\\work', '..', 'other/file.ts'), win32.normalize('c:/a//b/../c/'));
console.log(win32.parse('C:\\a\\b.tar.gz'), win32.format({ dir: 'D:\\x', name: 'y', ext: '.z' }));
console.log(win32.relative('C:\\a\\b', 'c:\\A\\c'), win32.relative('C:\\a', 'D:\\a'));
console.log(win32.resolve('C:\\a', '..\\b'), win32.isAbsolute('C:x'), win32.isAbsolute('\\\\h\\s'));
console.log(
  win32.dirname('\\\\host\\share\\a'),
  win32.basename('C:\\a\\b.ts', '.ts'),
  win32.extname('a.b\\c'),
);
console.log(win32.toNamespacedPath('\\\\host\\share\\a'), win32.normalize('.\\C:evil'));
try {
  win32.join('a', 1);
} catch (error) {
  console.log(error.code, error.message);
}
