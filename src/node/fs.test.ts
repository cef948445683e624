/** Our `fs` over virtual files and Node's own over a directory: the same calls, the same story. */
import assert from 'node:assert/strict';
import real from 'node:fs';
import os from 'node:os';
import { test } from 'node:test';
import { inspect, promisify } from 'node:util';
import { type FileCall, FileCalls } from '../kernel/file-calls.ts';
import { fromRecord, type SystemErrorRecord } from '../kernel/system-error.ts';
import { createFs } from './fs.ts';

type Fs = typeof real;

/** Our `fs` with a kernel of its own, both in this thread; `root` is an empty directory. */
function openOurs(root: string) {
  const calls = new FileCalls({
    now: Date.now,
    later: () => undefined,
    need: () => undefined,
    changed: () => undefined,
  });
  const open = calls.openProcess();
  const call = (request: FileCall): unknown => {
    let value: unknown;
    calls.call(open, structuredClone(request), (answer) => {
      value =
        answer.kind === 'json' ? JSON.parse(JSON.stringify(answer.value ?? null)) : answer.value;
    });
    const { failed } = Object(value ?? {}) as { failed?: SystemErrorRecord };
    if (failed) throw fromRecord(failed);
    return value;
  };
  call({ op: 'mkdir', path: root, recursive: true, mode: 0o755 });
  const { fs, promises } = createFs({
    io: {
      run: (work: () => unknown, done: (e: unknown, v?: unknown) => void) =>
        setImmediate(() => {
          let value: unknown;
          try {
            value = work();
          } catch (error) {
            return done(error);
          }
          done(null, value);
        }),
    } as never,
    bind: (callback) => callback,
    call: (request) => call(request as FileCall),
    write: () => undefined,
    cwd: () => root,
    every: (milliseconds, action) => setInterval(action, milliseconds),
    readline: () => ({ createInterface: () => undefined }),
    stop: (ticking) => clearInterval(ticking as never),
  });
  return { ...fs, promises } as unknown as Fs;
}

function show(value: unknown): unknown {
  if (value instanceof Error) {
    const { name, message } = value;
    return { ...value, name, message };
  }
  return value instanceof Uint8Array ? [...value] : inspect(value);
}

function same(name: string, story: (fs: Fs, log: (value: unknown) => void) => unknown): void {
  test(name, async () => {
    const root = real.mkdtempSync(`${os.tmpdir()}/fs-story-`);
    const before = process.cwd();
    const stories: unknown[][] = [];
    try {
      for (const fs of [real, openOurs(root)]) {
        real.rmSync(root, { recursive: true });
        real.mkdirSync(root);
        process.chdir(root);
        const log: unknown[] = [];
        stories.push(log);
        try {
          await story(fs, (value) => log.push(show(value)));
        } catch (error) {
          log.push(show(error));
        }
      }
    } finally {
      process.chdir(before);
      real.rmSync(root, { recursive: true });
    }
    assert.ok(stories[0]?.length, 'the story says something');
    assert.deepEqual(stories[1], stories[0]);
  });
}

function makeTree(fs: Fs): void {
  fs.mkdirSync('d/e', { recursive: true });
  fs.writeFileSync('f', 'text');
  fs.writeFileSync('d/g', 'more');
}

const failures: [string, (fs: Fs) => unknown][] = [
  ['rm of a directory', (fs) => fs.rmSync('d')],
  ['rm of nothing', (fs) => fs.rmSync('no')],
  ['rmdir of a full directory', (fs) => fs.rmdirSync('d')],
  ['rmdir of a file', (fs) => fs.rmdirSync('f')],
  ['rmdir of nothing', (fs) => fs.rmdirSync('no')],
  ['unlink of a directory', (fs) => fs.unlinkSync('d')],
  ['unlink of nothing', (fs) => fs.unlinkSync('no')],
  ['truncate of nothing', (fs) => fs.truncateSync('no')],
  ['realpath of nothing', (fs) => String(fs.realpathSync('no')).length],
  ['read of nothing', (fs) => fs.readFileSync('no')],
  ['read of a directory', (fs) => fs.readFileSync('d')],
  ['read through a file', (fs) => fs.readFileSync('f/x')],
  ['write to a directory', (fs) => fs.writeFileSync('d', '')],
  ['write below nothing', (fs) => fs.writeFileSync('no/x', '')],
  ['mkdir of what is there', (fs) => fs.mkdirSync('d')],
  ['mkdir of a file', (fs) => fs.mkdirSync('f', { recursive: true })],
  ['mkdir through a file', (fs) => fs.mkdirSync('f/x/y', { recursive: true })],
  ['mkdir below nothing', (fs) => fs.mkdirSync('no/x')],
  ['readdir of a file', (fs) => fs.readdirSync('f')],
  ['readdir of nothing', (fs) => fs.readdirSync('no')],
  ['stat of nothing', (fs) => fs.statSync('no')],
  ['lstat of nothing', (fs) => fs.lstatSync('no')],
  ['access of nothing', (fs) => fs.accessSync('no')],
  ['copy of nothing', (fs) => fs.copyFileSync('no', 'x')],
  ['copy of a directory', (fs) => fs.copyFileSync('d', 'x')],
  ['copy onto a directory', (fs) => fs.copyFileSync('f', 'd')],
  ['exclusive copy', (fs) => fs.copyFileSync('f', 'd/g', fs.constants.COPYFILE_EXCL)],
  ['rename of nothing', (fs) => fs.renameSync('no', 'x')],
  ['rename of a directory onto a file', (fs) => fs.renameSync('d', 'f')],
  ['rename of a file onto a directory', (fs) => fs.renameSync('f', 'd')],
  ['rename into itself', (fs) => fs.renameSync('d', 'd/x')],
  ['exclusive open', (fs) => fs.openSync('f', 'wx')],
  ['open with unknown flags', (fs) => fs.openSync('f', 'zz')],
  ['open of a directory to write', (fs) => fs.openSync('d', 'w')],
  ['read of a closed descriptor', (fs) => fs.readSync(999, Buffer.alloc(1))],
  ['write to a closed descriptor', (fs) => fs.writeSync(999, 'x')],
  ['close of a closed descriptor', (fs) => fs.closeSync(999)],
  ['write to a file opened to read', (fs) => fs.writeSync(fs.openSync('f', 'r'), 'x')],
  ['an encoding that is none', (fs) => fs.readFileSync('f', 'zz' as never)],
  ['a path with a null byte', (fs) => fs.readFileSync('a\0b')],
  ['a path that is none', (fs) => fs.readFileSync({} as never)],
  ['data that is none', (fs) => fs.writeFileSync('f', 5 as never)],
  ['a descriptor that is none', (fs) => fs.closeSync('x' as never)],
  ['a callback that is none', (fs) => fs.readFile('f', undefined as never)],
  [
    'a range outside the buffer',
    (fs) => fs.readSync(fs.openSync('f', 'r'), Buffer.alloc(2), 5, 1, 0),
  ],
  ['mkdtemp below nothing', (fs) => fs.mkdtempSync('no/x-')],
];
for (const [name, action] of failures) {
  same(name, (fs, log) => {
    makeTree(fs);
    log(action(fs));
  });
}

same('files are written, appended to, copied, renamed and removed', (fs, log) => {
  makeTree(fs);
  fs.appendFileSync('f', ' and more');
  log(fs.readFileSync('f', 'utf8'));
  log(fs.readFileSync('f', { encoding: 'hex' }));
  log(fs.readFileSync('f'));
  fs.copyFileSync('f', 'd/h');
  fs.renameSync('d/h', 'd/e/i');
  fs.renameSync('d', 'c');
  log(fs.readdirSync('.'));
  log(fs.readdirSync('c', { recursive: true }).sort());
  log(
    fs
      .readdirSync('c', { withFileTypes: true })
      .map((each) => [each.name, each.parentPath, each.isFile(), each.isDirectory()]),
  );
  log(fs.readdirSync('c', { withFileTypes: true })[0]);
  fs.truncateSync('f', 2);
  fs.truncateSync('c/g', 8);
  log([fs.readFileSync('f', 'utf8'), fs.readFileSync('c/g', 'utf8')]);
  fs.rmSync('c', { recursive: true });
  fs.rmSync('nothing', { force: true });
  log([fs.existsSync('c'), fs.existsSync('f'), fs.existsSync(5 as never)]);
  log(fs.mkdirSync('p/q/r', { recursive: true })?.endsWith('p'));
  log(fs.mkdirSync('p/q/r', { recursive: true }));
  log(/^t-\w{6}$/.test(fs.mkdtempSync('t-')));
});

same('stats', (fs, log) => {
  makeTree(fs);
  const { size, blocks, mode } = fs.statSync('f');
  log([
    size,
    blocks,
    mode,
    fs.statSync('f').isFile(),
    fs.statSync('d').isDirectory(),
    fs.statSync('d').mode,
  ]);
  log(Object.keys(fs.statSync('f')));
  log(fs.statSync('no', { throwIfNoEntry: false }));
  fs.chmodSync('f', 0o600);
  fs.utimesSync('f', 1, 2);
  log([fs.statSync('f').mode, fs.statSync('f').mtimeMs, fs.statSync('f').atime]);
});

same('descriptors keep their positions', (fs, log) => {
  const fd = fs.openSync('x', 'w+');
  log([
    fs.writeSync(fd, 'hello '),
    fs.writeSync(fd, Buffer.from('world')),
    fs.writeSync(fd, 'J', 0),
  ]);
  const buffer = Buffer.alloc(5);
  log([fs.readSync(fd, buffer, 0, 5, 0), String(buffer)]);
  log([fs.readSync(fd, buffer), fs.readSync(fd, buffer, { position: 6 }), String(buffer)]);
  fs.ftruncateSync(fd, 3);
  log([fs.fstatSync(fd).size, fs.readFileSync('x', 'utf8')]);
  fs.closeSync(fd);
  const appender = fs.openSync('x', 'a');
  fs.writeSync(appender, '!');
  fs.unlinkSync('x');
  fs.writeSync(appender, 'gone, and still open');
  fs.closeSync(appender);
  log(fs.existsSync('x'));
});

same("callbacks come later, with Node's values", async (fs, log) => {
  const order: string[] = [];
  const call = (
    name: 'mkdir' | 'writeFile' | 'readFile' | 'stat' | 'unlink' | 'readdir',
    ...args: unknown[]
  ) =>
    new Promise((resolve) => {
      const form = fs[name] as unknown as (...args: unknown[]) => void;
      form(...args, (...values: unknown[]) => {
        order.push(name);
        resolve(values.map((value) => (value instanceof fs.Stats ? value.size : value)));
      });
      order.push('called');
    });
  log(await call('mkdir', 'a'));
  log(await call('mkdir', 'a/b/c', { recursive: true }).then((v) => (v as unknown[]).length));
  log(await call('writeFile', 'a/f', 'x'));
  log(await call('readFile', 'a/f', 'utf8'));
  log(await call('stat', 'a/f'));
  log(await call('readdir', 'a'));
  log(((await call('unlink', 'a/no')) as Error[])[0]);
  log(order);
});

same('promises and file handles', async (fs, log) => {
  const { promises } = fs;
  await promises.writeFile('f', 'one two');
  log(await promises.readFile('f', 'utf8'));
  const handle = await promises.open('f', 'r+');
  log((await handle.read(Buffer.alloc(3), 0, 3, 0)).buffer);
  log(await handle.write('ONE', 0));
  log(await handle.readFile('utf8'));
  log((await handle.stat()).size);
  await handle.close();
  log(handle.fd);
  log(await promises.readdir('.'));
  log(await promises.mkdir('d'));
  await promises.rm('d', { recursive: true });
  log(await promises.access('f'));
  await promises.readFile('no');
});

same('streams', async (fs, log) => {
  const writer = fs.createWriteStream('s');
  writer.write('one ');
  writer.end('two');
  await new Promise<void>((resolve) => writer.on('close', () => resolve()));
  log([writer.bytesWritten, fs.readFileSync('s', 'utf8')]);
  const reader = fs.createReadStream('s', { encoding: 'utf8', start: 1, end: 4, highWaterMark: 2 });
  for await (const chunk of reader) log(chunk);
  log(reader.bytesRead);
  const failing = fs.createReadStream('no');
  log(await new Promise((resolve) => failing.on('error', resolve)));
});

same('promisified read and exists', async (fs, log) => {
  fs.writeFileSync('f', 'text');
  const fd = fs.openSync('f', 'r');
  log(await promisify(fs.read)(fd, Buffer.alloc(2), 0, 2, 1));
  log(await promisify(fs.exists)('f'));
});
