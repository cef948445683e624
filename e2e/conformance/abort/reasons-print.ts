// The reasons of an abort print with their stack, not in brackets, and their makers have names.
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';

console.log(AbortSignal.timeout, AbortSignal.abort, AbortController.prototype.abort);
const firstLine = (value: unknown): string | undefined => inspect(value).split('\n')[0];
const ownLine = (error: Error): string | undefined =>
  /file:\S+?:(\d+):/.exec(error.stack ?? '')?.[1];

try {
  const alive = setTimeout(() => undefined, 10_000);
  await sleep(10_000, undefined, { signal: AbortSignal.timeout(5) }).finally(() =>
    clearTimeout(alive),
  );
} catch (error) {
  console.log(firstLine(error));
  console.log(firstLine((error as Error).cause));
}
const own = new DOMException('mine', 'DataError');
console.log(firstLine(own), ownLine(own));
console.log(ownLine(AbortSignal.abort().reason));
try {
  structuredClone(() => undefined);
} catch (error) {
  console.log(firstLine(error), ownLine(error as Error));
}
for (const delay of ['soon', -1, 1.5, 2 ** 32]) {
  try {
    AbortSignal.timeout(delay as number);
  } catch (error) {
    console.log((error as Error).message);
  }
}
