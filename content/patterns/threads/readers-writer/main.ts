import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import * as threads from 'node:worker_threads';

const STATE = 0; // How many read; -1 while somebody writes.
const MET = 1; // 1 once all three readers were inside.
const LEFT = 2; // The pair: both alike, or somebody is writing.
const RIGHT = 3;
const cells: Int32Array<SharedArrayBuffer> = threads.isMainThread
  ? new Int32Array(new SharedArrayBuffer(16))
  : threads.workerData;

function enter(as: 'reader' | 'writer'): void {
  for (;;) {
    const seen = Atomics.load(cells, STATE);
    const isFree = as === 'reader' ? seen >= 0 : seen === 0;
    const next = as === 'reader' ? seen + 1 : -1;
    if (!isFree) Atomics.wait(cells, STATE, seen);
    else if (Atomics.compareExchange(cells, STATE, seen, next) === seen)
      return;
  }
}

function leave(as: 'reader' | 'writer'): void {
  if (as === 'reader') Atomics.sub(cells, STATE, 1);
  else Atomics.store(cells, STATE, 0);
  Atomics.notify(cells, STATE);
}

if (threads.isMainThread) {
  const workerData = cells.fill(1, LEFT, RIGHT + 1);
  const readers = [1, 2, 3].map(
    () => new threads.Worker(import.meta.filename, { workerData }),
  );
  const exits = readers.map((reader) => once(reader, 'exit'));
  await Promise.all(readers.map((reader) => once(reader, 'message')));
  console.log('Main: three readers were inside together');
  Atomics.store(cells, MET, 1);
  Atomics.notify(cells, MET);

  enter('writer');
  cells[LEFT] = 2;
  await sleep(100); // Nobody sees this half.
  cells[RIGHT] = 2;
  leave('writer');
  await Promise.all(exits);
  console.log(`Main: the pair is ${cells[LEFT]}, ${cells[RIGHT]}`);
} else {
  enter('reader');
  threads.parentPort?.postMessage('inside');
  Atomics.wait(cells, MET, 0); // Stays until all three are inside.
  leave('reader');

  let whole = true;
  for (let waiting = true; waiting; await sleep(5)) {
    enter('reader');
    whole &&= cells[LEFT] === cells[RIGHT];
    waiting = cells[RIGHT] === 1;
    leave('reader');
  }
  console.log(`Reader: always whole: ${whole ? 'yes' : 'no'}`);
}
