import { setTimeout as sleep } from 'node:timers/promises';

const hosts = ['a.example', 'b.example', 'c.example'];

async function check(host: string): Promise<string> {
  await sleep(50); // Stands for a request.
  if (host === 'b.example') throw new Error('connection refused');
  return 'up';
}

const results = await Promise.allSettled(hosts.map(check));

let failed = 0;
for (const [index, result] of results.entries()) {
  if (result.status === 'rejected') {
    failed++;
    console.log(`${hosts[index]}: ${result.reason.message}`);
  } else {
    console.log(`${hosts[index]}: ${result.value.toUpperCase()}`);
  }
}
console.log(`${failed} of ${hosts.length} failed`);
