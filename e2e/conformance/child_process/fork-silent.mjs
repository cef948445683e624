import { fork } from 'node:child_process';

if (process.argv[2] === 'child') {
  process.on('message', (message) => {
    console.log('child got', message);
    process.disconnect();
  });
} else {
  const child = fork(import.meta.filename, ['child'], { silent: true });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.send({ hello: 1 });
  for (const name of ['disconnect', 'exit', 'close']) child.on(name, () => console.log(name));
  child.on('close', () => console.log(JSON.stringify(output), child.stdin.destroyed));
}
