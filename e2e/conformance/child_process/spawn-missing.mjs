import { spawn } from 'node:child_process';

const child = spawn('no-such-program', ['a', 'b']);
console.log(child.pid, child.exitCode, child.connected);
child.on('spawn', () => console.log('never'));
child.on('error', (error) => console.log({ ...error, message: error.message }));
child.on('exit', () => console.log('never'));
child.on('close', (...args) => console.log('close', args, child.kill()));
