import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  const options = { stdin: true, stdout: true, stderr: true };
  const worker = new Worker(new URL(import.meta.url), options);
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    worker[name].setEncoding('utf8').on('data', (text) => {
      output[name] += text;
    });
    worker[name].on('end', () => console.log(name, 'end'));
  }
  worker.stdin.write('hello ');
  worker.stdin.end('worker\n');
  worker.on('exit', (code) => setImmediate(() => console.log(code, output)));
} else {
  console.log('out', process.stdin.isTTY, process.stdout.isTTY);
  console.error('err');
  process.stdin.setEncoding('utf8');
  let input = '';
  process.stdin.on('data', (text) => {
    input += text;
  });
  process.stdin.on('end', () => console.log('got', JSON.stringify(input)));
}
