// When the parent of a process ends, its threads too see another `process.ppid`.
const { spawn } = require('node:child_process');
const { isMainThread, parentPort, Worker } = require('node:worker_threads');
const poll = (report) => {
  const before = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === before) return;
    clearInterval(timer);
    report();
  }, 5);
};
if (!isMainThread) {
  poll(() => parentPort.postMessage('worker'));
  parentPort.postMessage('ready');
} else if (process.argv[2] === 'child') {
  const worker = new Worker(__filename);
  const seen = new Set();
  const note = (who) => {
    seen.add(who);
    if (seen.size === 2) console.log([...seen].sort());
  };
  poll(() => note('main'));
  worker.on('message', (text) => (text === 'ready' ? process.send(text) : note(text)));
} else {
  const code = `
    const stdio = ['ignore', 'inherit', 'inherit', 'ipc'];
    const args = [${JSON.stringify(__filename)}, 'child'];
    require('node:child_process').spawn(process.execPath, args, { stdio }).on('message', () => process.exit());`;
  const parent = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  parent.stdout.on('data', (text) => process.stdout.write(text));
  parent.on('close', (status) => console.log('closed', status));
}
