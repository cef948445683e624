import { spawn } from 'node:child_process';

const child = spawn('no-such-command-at-all', ['x']);
console.log(child.pid);
child.on('spawn', () => console.log('never'));
child.on('error', (error: NodeJS.ErrnoException & { spawnargs?: string[] }) => {
  console.log(error.message, error.code, error.syscall, error.path, error.spawnargs);
});
child.on('close', (code) => console.log('close', code));
