import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  const child = fork(fileURLToPath(import.meta.url), ['child']);
  child.on('message', ([pid, ppid]: [number, number]) => {
    console.log(pid === child.pid, ppid === process.pid, pid !== ppid);
  });
} else {
  process.send?.([process.pid, process.ppid]);
}
