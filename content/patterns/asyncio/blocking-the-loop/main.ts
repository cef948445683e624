import { performance } from 'node:perf_hooks';
import {
  setTimeout as sleep,
  setImmediate as turn,
} from 'node:timers/promises';

const WORK = 300; // Milliseconds of computing.
const SLICES = 10;

function compute(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

async function atOnce(): Promise<void> {
  compute(WORK);
}

async function inSlices(): Promise<void> {
  for (let slice = 0; slice < SLICES; slice++) {
    compute(WORK / SLICES);
    await turn(); // Lets the loop take a turn.
  }
}

async function watch(
  title: string,
  work: () => Promise<void>,
): Promise<number> {
  let answered = 0;

  async function answer(): Promise<number> {
    // Takes 10 ms.
    const due = performance.now() + 10;
    await sleep(10);
    answered++;
    return performance.now() - due;
  }

  const requests = [answer(), answer(), answer()];
  await work();
  console.log(`${title}: answered meanwhile: ${answered} of 3`);
  return Math.max(...(await Promise.all(requests)));
}

const late = await watch('at once', atOnce);
console.log(`late by 0.2 s or more: ${late >= 200 ? 'yes' : 'no'}`);
await watch('in slices', inSlices);
