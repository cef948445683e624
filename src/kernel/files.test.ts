import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualFiles } from './files.ts';

const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);

test('files are read as they were written, and directories are listed in order', () => {
  const files = new VirtualFiles();
  files.load([
    { path: '/a/two.ts', bytes: bytes('2') },
    { path: '/a/one.ts', bytes: bytes('1') },
  ]);
  assert.deepEqual(files.readdir('/a'), ['one.ts', 'two.ts']);
  assert.equal(new TextDecoder().decode(files.readFile('/a/one.ts')), '1');
  assert.equal(files.stat('/a').type, 'directory');
});

test('writing a file drops what was derived from its former contents', () => {
  const files = new VirtualFiles();
  files.load([{ path: '/main.ts', bytes: bytes('1'), attributes: { compiled: 'x' } }]);
  assert.deepEqual(files.readAttributes('/main.ts'), { compiled: 'x' });
  files.writeFile('/main.ts', bytes('2'));
  assert.deepEqual(files.readAttributes('/main.ts'), {});
});

test('errors are POSIX errors in the words of libuv', () => {
  const files = new VirtualFiles();
  files.mkdir('/a');
  const message = (action: () => unknown): string => {
    try {
      action();
    } catch (error) {
      return (error as Error).message;
    }
    return 'no error';
  };
  assert.equal(
    message(() => files.readFile('/none')),
    "ENOENT: no such file or directory, open '/none'",
  );
  assert.equal(
    message(() => files.readFile('/a')),
    'EISDIR: illegal operation on a directory, read',
  );
  assert.equal(
    message(() => files.mkdir('/a')),
    "EEXIST: file already exists, mkdir '/a'",
  );
  assert.equal(
    message(() => files.writeFile('/none/x', bytes(''))),
    "ENOENT: no such file or directory, open '/none/x'",
  );
});

test('rm refuses a directory unless it is recursive, and forgives with force', () => {
  const files = new VirtualFiles();
  files.load([{ path: '/a/b/c', bytes: bytes('') }]);
  assert.throws(() => files.rm('/a'), { code: 'EISDIR' });
  files.rm('/a', { recursive: true });
  assert.throws(() => files.rm('/a'), { code: 'ENOENT' });
  files.rm('/a', { force: true });
});
