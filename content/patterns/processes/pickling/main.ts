import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

class Point {
  readonly x: number;
  readonly y: number;
  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }
}

function trySending(to: ChildProcess, what: string, value: object) {
  try {
    to.send(value);
    console.log(`${what}: sent`);
  } catch {
    console.log(`${what}: cannot be sent`);
  }
}

if (process.send === undefined) {
  const child = fork(import.meta.filename, {
    serialization: 'advanced', // Structured clone instead of JSON.
  });
  const reply = async () => (await once(child, 'message'))[0];

  const numbers = [1, 2, 3];
  trySending(child, 'a list', numbers);
  const count = await reply();
  console.log(`the child has ${count} items, main ${numbers.length}`);
  trySending(child, 'a function without a name', () => 1);
  trySending(child, 'something in use', Promise.resolve());
  trySending(child, 'an object of a class', new Point(1, 2));
  console.log(`the child sees a ${await reply()}`);
  child.disconnect();
} else {
  process.on('message', (value: object) => {
    if (!Array.isArray(value)) {
      process.send?.(value.constructor.name);
      return;
    }
    value.push(4); // Changes the copy.
    process.send?.(value.length);
  });
}
