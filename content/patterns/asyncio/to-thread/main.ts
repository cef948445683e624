import { once } from 'node:events';
import {
  isMainThread,
  parentPort,
  threadId,
  Worker,
} from 'node:worker_threads';

/** Blocks its thread, as a synchronous call does. */
function readMeter(): [value: number, thread: number] {
  const nobody = new Int32Array(new SharedArrayBuffer(4));
  Atomics.wait(nobody, 0, 0, 400); // Nobody wakes it: 0.4 s.
  return [21, threadId];
}

/** Calls it in a thread of its own; an error there rejects. */
async function readInThread(): Promise<[number, number]> {
  const worker = new Worker(new URL(import.meta.url));
  const [answer] = await once(worker, 'message');
  return answer;
}

if (isMainThread) {
  let beats = 0;
  const heart = setInterval(() => beats++, 20);
  const [value, thread] = await readInThread();
  clearInterval(heart);

  const same = thread === threadId;
  console.log(`the meter says ${value}`);
  console.log(`read in the loop's own thread: ${same ? 'yes' : 'no'}`);
  console.log(`the loop went on meanwhile: ${beats ? 'yes' : 'no'}`);
} else {
  parentPort?.postMessage(readMeter());
}
