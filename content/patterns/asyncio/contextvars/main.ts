import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const requestId = new AsyncLocalStorage<string>();

function log(text: string): void {
  console.log(`[${requestId.getStore() ?? '-'}] ${text}`);
}

async function query(): Promise<void> {
  // Knows nothing of requests.
  log('asks the database');
  await sleep(50);
  log('has the answer');
}

function handle(name: string): Promise<void> {
  return requestId.run(name, query); // Seen in this call only.
}

await Promise.all(['A', 'B', 'C'].map(handle));
log('all requests are handled');
