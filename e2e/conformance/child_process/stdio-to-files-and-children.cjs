// Descriptors of the parent, streams of files and of other children as a child's standard streams.
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const { once } = require('node:events');
const os = require('node:os');
const path = require('node:path');

(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stdio-'));
  const file = path.join(folder, 'out.txt');
  const descriptor = fs.openSync(file, 'w');
  const code = 'console.log("out"); console.error("err")';
  const child = spawn(process.execPath, ['-e', code], {
    stdio: ['ignore', descriptor, descriptor],
  });
  console.log(child.stdout, child.stderr, child.stdio.length);
  await once(child, 'close');
  fs.closeSync(descriptor);
  console.log(fs.readFileSync(file, 'utf8').split('\n').sort().join());

  const upper =
    'let t = ""; process.stdin.on("data", (d) => (t += d)).on("end", () => process.stdout.write(t.toUpperCase()))';
  fs.writeFileSync(file, 'read from a file\n');
  const source = fs.openSync(file, 'r');
  const result = spawnSync(process.execPath, ['-e', upper], { stdio: [source, 'pipe', 'pipe'] });
  console.log(result.stdout.toString(), result.output[0]);
  fs.closeSync(source);

  const sink = fs.createWriteStream(path.join(folder, 'sync.txt'));
  await once(sink, 'open');
  const sync = spawnSync(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', sink] });
  console.log(sync.stdout.toString().trim(), sync.stderr);
  sink.end();
  await once(sink, 'close');
  console.log(fs.readFileSync(sink.path, 'utf8').trim());

  const reader = spawn(process.execPath, ['-e', upper], { stdio: ['pipe', 'inherit', 'inherit'] });
  const writer = spawn(process.execPath, ['-e', 'console.log("from one to the other")'], {
    stdio: ['ignore', reader.stdin, 'inherit'],
  });
  await once(writer, 'exit');
  reader.stdin.end();
  await once(reader, 'exit');
  try {
    spawn(process.execPath, [], { stdio: ['pipe', {}, 'pipe'] });
  } catch ({ code }) {
    console.log(code);
  }
  fs.rmSync(folder, { recursive: true });
})();
