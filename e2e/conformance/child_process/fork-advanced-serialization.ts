import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  const child = fork(fileURLToPath(import.meta.url), ['child'], { serialization: 'advanced' });
  child.on('message', (message) => {
    console.log(message);
    child.disconnect();
  });
  child.send({
    map: new Map([[1, 2]]),
    date: new Date(0),
    nan: NaN,
    big: 5n,
    bytes: new Uint8Array([1]),
    set: new Set(['a']),
  } as never);
} else {
  process.on('message', (message) => process.send?.(message));
}
