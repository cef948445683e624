import { fork } from 'node:child_process';
import { once } from 'node:events';

async function worker(): Promise<void> {
  const [data] = (await once(process, 'message')) as [number];
  console.log(`Worker received: ${data}`);
  process.send?.(data * 2);
}

async function main(): Promise<void> {
  const child = fork(import.meta.filename, ['worker']);
  const exit = once(child, 'exit');

  // A channel is two queues, one for each direction: what is sent here
  // can only be received there.
  child.send(10);
  const [result] = (await once(child, 'message')) as [number];
  console.log(`Main process received: ${result}`);

  await exit;
}

await (process.argv[2] === 'worker' ? worker() : main());
