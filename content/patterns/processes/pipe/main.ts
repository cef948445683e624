import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

async function sender(): Promise<void> {
  process.send?.('Hello from sender');
  const [message] = (await once(process, 'message')) as [string];
  console.log(`Sender received: ${message}`);
}

async function receiver(): Promise<void> {
  const [message] = (await once(process, 'message')) as [string];
  console.log(`Receiver received: ${message}`);
  process.send?.('Hello from receiver');
}

/** Node's channels run between parent and child: pass messages on. */
function connect(one: ChildProcess, other: ChildProcess): void {
  one.on('message', (message: string) => other.send(message));
  other.on('message', (message: string) => one.send(message));
}

async function main(): Promise<void> {
  const p1 = fork(import.meta.filename, ['sender']);
  const p2 = fork(import.meta.filename, ['receiver']);
  connect(p1, p2);

  await Promise.all([once(p1, 'exit'), once(p2, 'exit')]);
}

const roles: Record<string, () => Promise<void>> = { sender, receiver };
await (roles[process.argv[2] ?? ''] ?? main)();
