import { exec, fork, spawn } from 'node:child_process';

for (const mistake of [
  () => spawn(''),
  () => spawn(5),
  () => spawn('node', 'x'),
  () => spawn('node', [], { stdio: 'zip' }),
  () => spawn('node', [], { stdio: ['ipc', 'ipc'] }),
  () => fork('x.js', { stdio: ['pipe', 'pipe', 'pipe'] }),
  () => exec(5),
]) {
  try {
    mistake();
  } catch (error) {
    console.log(error.code, error.message);
  }
}
