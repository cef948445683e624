// Who writes to a pipe whose reader has gone gets EPIPE: from a stream, from `fs`, and from a thread;
// `console` minds only the second time. The pipe is standard error here, so that standard output can tell.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const { Worker } = require('node:worker_threads');

const ways = {
  stream() {
    const { stderr } = process;
    let count = 0;
    stderr.on('error', ({ message, code, errno, syscall }) => {
      console.log('error:', message, code, errno, syscall, stderr.destroyed, stderr.writable);
    });
    stderr.on('close', () => {
      console.log('close');
      if (count < 2) write();
    });
    const write = () => {
      count++;
      stderr.write('text', (error) => console.log('written:', error?.code));
    };
    write();
  },
  nobodyListens() {
    process.on('uncaughtExceptionMonitor', ({ message }) => console.log('uncaught:', message));
    process.on('exit', (code) => console.log('exit:', code));
    process.stderr.write('text');
    setInterval(() => console.log('never printed'), 30_000);
  },
  console() {
    process.on('exit', (code) => console.log('exit of the console:', code));
    console.error('once');
    console.error('twice');
    setTimeout(() => console.log('goes on'), 5);
  },
  consoleLater() {
    process.on('uncaughtExceptionMonitor', ({ message }) => console.log('in the end:', message));
    console.error('goes on');
    setTimeout(() => console.error('does not'), 5);
    setInterval(() => console.log('never printed'), 30_000);
  },
  files() {
    try {
      fs.writeSync(2, 'text');
    } catch ({ message, code, errno, syscall }) {
      console.log('sync:', message, code, errno, syscall);
    }
    fs.write(2, 'text', (error) => console.log('async:', error?.message));
  },
  thread() {
    process.on('uncaughtExceptionMonitor', ({ message }) => console.log('by a thread:', message));
    process.on('exit', (code) => console.log('exit with a thread:', code));
    new Worker('process.stderr.write("text"); setInterval(() => {}, 30_000)', { eval: true });
  },
  fatal() {
    process.on('exit', (code) => console.log('exit of a failure:', code));
    throw new Error('nobody can read this');
  },
};

const [, , name] = process.argv;
if (name === undefined) runNext();
else whenAlone(ways[name]);

/** The channel closes a little before the rest of the parent. */
function whenAlone(action) {
  process.once('disconnect', function wait() {
    if (process.ppid === Number(process.argv[3])) setTimeout(wait, 1);
    else action();
  });
}

/** One after the other, each from a parent of its own, whose end the next one waits for. */
function runNext(at = 0) {
  const way = Object.keys(ways)[at];
  if (way === undefined) return;
  const code = `
    const { spawn } = require('node:child_process');
    const stdio = ['ignore', 'inherit', 'pipe', 'ipc'];
    spawn(process.execPath, [${JSON.stringify(__filename)}, '${way}', process.pid], { stdio });
    process.exit();`;
  const parent = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  parent.stdout.on('data', (text) => process.stdout.write(text));
  parent.on('close', () => runNext(at + 1));
}
