// contract: any-order
// What a child sends arrives, even if it ends before its first turn is over.
import { fork } from 'node:child_process';

if (process.argv[2] !== 'child') {
  for (let count = 0; count < 6; count++) {
    const child = fork(import.meta.filename, ['child']);
    child.on('message', (value) => console.log('message', value));
    child.on('exit', (code) => console.log('exit', code));
  }
} else {
  process.send?.('sent');
  process.exit(3);
}
