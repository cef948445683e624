// Encodings and limits of exec, null bytes, signals that end nothing, Buffers over an advanced channel, another path to node.
const { exec, execFile, fork, spawn, spawnSync } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const path = require('node:path');
const os = require('node:os');

const attempt = (action) => {
  try {
    action();
    console.log('accepted');
  } catch ({ name, code }) {
    console.log(name, code);
  }
};
if (process.argv[2] === 'child') {
  process.on('message', (message) => {
    process.send({ ...message, isBuffer: Buffer.isBuffer(message.bytes) });
  });
} else if (process.argv[2] === 'path') {
  process.send([process.execPath === process.argv[3], process.argv[0] === process.execPath]);
} else {
  attempt(() => exec('node', { shell: 'a\0b' }));
  attempt(() => fork(__filename, { execPath: 'a\0b' }));
  attempt(() => spawnSync('no-such-program', { maxBuffer: null, killSignal: null }));
  attempt(() => spawnSync('no-such-program', { killSignal: 0 }));
  attempt(() => spawnSync('no-such-program', { maxBuffer: NaN }));
  (async () => {
    const code = 'console.log("\u4e2d\u6587\u6d4b\u8bd5")';
    for (const options of [
      {},
      { encoding: undefined },
      { encoding: 'no such' },
      { maxBuffer: 3 },
      { encoding: null, maxBuffer: 5 },
    ]) {
      await new Promise((resolve) => {
        execFile(process.execPath, ['-e', code], options, (error, stdout) => {
          console.log(error?.code, stdout);
          resolve();
        });
      });
    }
    const killed = execFile(process.execPath, ['-e', ''], (error) => console.log(error.code));
    killed.emit('close', -1, null);
    await once(killed, 'exit');

    const child = spawn(process.execPath, [__filename, 'child'], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    child.send({
      bytes: Buffer.from('Hello'),
      list: [new Uint8Array(2), new Map([['a', Buffer.from('b')]])],
    });
    console.log((await once(child, 'message'))[0]);
    child.disconnect();

    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'copy-'));
    const copy = path.join(folder, 'my-node');
    fs.copyFileSync(process.execPath, copy);
    fs.chmodSync(copy, 0o755);
    const forked = fork(__filename, ['path', copy], { execPath: copy });
    console.log((await once(forked, 'message'))[0]);
    await once(forked, 'exit');
    fs.rmSync(folder, { recursive: true });
  })();
}
