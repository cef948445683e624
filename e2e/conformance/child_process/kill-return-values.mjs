// kill() tells whether it sent anything; killed stays false for signal 0.
import { spawn } from 'node:child_process';

const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
console.log(child.kill(0), child.killed);
console.log(child.kill('SIGKILL'), child.killed);
child.on('exit', (code, signal) => {
  console.log(code, signal, child.signalCode, child.exitCode);
  console.log(child.kill());
});
