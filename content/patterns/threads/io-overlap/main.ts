import { setTimeout as sleep } from 'node:timers/promises';

const REQUESTS = 5;
const WAIT = 200;

/** Counts how many requests it has open at the same time. */
class Server {
  open = 0;
  most = 0;

  async fetch(): Promise<void> {
    this.open++; // No lock: this thread has no rival.
    this.most = Math.max(this.most, this.open);
    await sleep(WAIT); // Simulated I/O: the thread does other things.
    this.open--;
  }
}

async function inTurn(server: Server): Promise<void> {
  for (let i = 0; i < REQUESTS; i++) {
    await server.fetch();
  }
}

async function atOnce(server: Server): Promise<void> {
  const requests = Array.from({ length: REQUESTS }, () => {
    return server.fetch();
  });
  await Promise.all(requests);
}

async function measure(how: (server: Server) => Promise<void>) {
  const server = new Server();
  const start = performance.now();
  await how(server);
  return { most: server.most, time: performance.now() - start };
}

const slow = await measure(inTurn);
console.log(`In turn: ${slow.most} open at most`);
const fast = await measure(atOnce);
console.log(`At once: ${fast.most} open at most`);
const faster = fast.time < slow.time / 2 ? 'yes' : 'no';
console.log(`Less than half the time: ${faster}`);
