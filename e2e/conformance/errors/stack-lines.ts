import { EventEmitter, once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Lines of the frames in this file, after the header; columns and node's own frames are free. */
function show(what: string, error: unknown): void {
  const [header, ...frames] = String((error as Error).stack).split('\n');
  const lines = frames.map((frame) => /stack-lines\.ts:(\d+):\d+\)?$/.exec(frame)?.[1]);
  console.log(
    what,
    '|',
    header,
    '|',
    lines.find((line) => line !== undefined),
  );
}

class Failure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Failure';
  }
}

interface Deep {
  inner?: { value: number };
}

function attempt(what: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    show(what, error);
  }
}

attempt('thrown', () => {
  throw new RangeError('by hand');
});
attempt('subclass', () => {
  throw new Failure('of a class');
});
attempt('reading', () => {
  const deep: Deep = {};
  console.log(deep.inner!.value);
});
attempt('setting', () => {
  const deep: Deep = {};
  deep.inner!.value = 1;
});
attempt('call', () => {
  const deep = {} as { missing(): void };
  deep.missing();
});
attempt('undeclared', () => {
  console.log(Reflect.get(globalThis, 'x') ?? undeclared);
});
await Promise.reject(new Error('awaited')).catch((error) => show('rejected', error));
const emitter = new EventEmitter();
emitter.on('go', () => {
  throw new Error('in a listener');
});
attempt('listener', () => void emitter.emit('go'));
const [error] = await once(
  new Worker("\n\nfunction fail() { throw new TypeError('in a thread'); }\nfail();", {
    eval: true,
  }),
  'error',
);
console.log(error.name, error.message, /:(\d+):\d+/.exec(error.stack)?.[1]);

declare const undeclared: number;
