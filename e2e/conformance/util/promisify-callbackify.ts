import { callbackify, promisify } from 'node:util';

const good = promisify((a: number, done: (e: Error | null, v?: number) => void) =>
  done(null, a + 1),
);
const bad = promisify((done: (e: Error) => void) => done(new Error('no')));
console.log(await good(1), await bad().catch((error: Error) => error.message), good.name);
const custom = Object.assign(() => undefined, { [promisify.custom]: () => 'custom' });
console.log(promisify(custom)());
callbackify(async (x: number) => x * 2)(4, (error, value) => console.log(error, value));
callbackify(() => Promise.reject(null))((error) =>
  console.log((error as NodeJS.ErrnoException).code),
);
try {
  promisify(5 as never);
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code);
}
