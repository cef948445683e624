// A child outlives its parent: one that computes, one that sleeps, one that blocks, one that reads.
const { spawn } = require('node:child_process');
const ways = {
  computes() {
    const start = process.ppid;
    let count = 0;
    for (let n = 0; n < 5_000_000; n++) count += n % 7;
    console.log('computed', count, typeof start);
  },
  sleeps: () => setTimeout(() => console.log('slept'), 20),
  blocks() {
    const word = new Int32Array(new SharedArrayBuffer(4));
    console.log('blocked', Atomics.wait(word, 0, 0, 20));
  },
  reads() {
    let text = '';
    process.stdin.on('data', (piece) => {
      text += piece;
    });
    process.stdin.on('end', () => console.log('read', text, 'and the end'));
  },
  readsAtOnce: () =>
    console.log('read at once', require('node:fs').readFileSync(0, 'utf8'), 'and the end'),
};
const name = process.argv[2];
if (name === undefined) runNext();
else if (name === 'readsAtOnce') ways[name]();
else process.once('disconnect', ways[name]);

function runNext(at = 0) {
  const way = Object.keys(ways)[at];
  if (way === undefined) return;
  const code = `
    const { spawn } = require('node:child_process');
    const stdio = ['pipe', 'inherit', 'inherit', 'ipc'];
    const child = spawn(process.execPath, [${JSON.stringify(__filename)}, '${way}'], { stdio });
    child.stdin.write('a word', () => process.exit());`;
  const parent = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  parent.stdout.on('data', (text) => process.stdout.write(text));
  parent.on('close', () => runNext(at + 1));
}
