// Processes share no memory: a shared buffer cannot be sent, and a view of one arrives as a copy.
import { fork } from 'node:child_process';

if (process.argv[2] === 'child') {
  process.on('message', (message) => {
    console.log('child', message);
    if (message === 'end') process.disconnect();
  });
} else {
  const child = fork(import.meta.filename, ['child'], { serialization: 'advanced' });
  const memory = new SharedArrayBuffer(4);
  const view = new Uint8Array(memory, 1, 2);
  view[0] = 7;
  const twice = { view, again: view, map: new Map([[1, new Set([view])]]) };
  const refused = [
    memory,
    [{ deep: memory }],
    new Map([['key', memory]]),
    new Set([memory]),
    new Error('caused', { cause: memory }),
    Promise.resolve(),
    new WeakMap(),
    Symbol('name'),
  ];
  for (const value of [...refused, view, twice, new Uint8Array([1, 2])]) {
    try {
      child.send({ value });
      console.log('sent');
    } catch (error) {
      console.log(String(error), (error as Error).constructor.name);
    }
  }
  child.send('end');
}
