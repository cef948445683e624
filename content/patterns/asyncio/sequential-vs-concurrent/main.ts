import { setTimeout as sleep } from 'node:timers/promises';

const names = ['users', 'orders', 'prices'];

/** Answers after a while, and counts who waits together. */
class Server {
  #waiting = 0;
  most = 0;

  async fetch(name: string): Promise<string> {
    console.log(`  asked for ${name}`);
    this.#waiting++;
    this.most = Math.max(this.most, this.#waiting);
    await sleep(100); // Stands for a request.
    this.#waiting--;
    console.log(`  got ${name}`);
    return name.toUpperCase();
  }
}

async function oneAfterTheOther(server: Server): Promise<string[]> {
  const answers: string[] = [];
  for (const name of names) {
    answers.push(await server.fetch(name));
  }
  return answers;
}

function allTogether(server: Server): Promise<string[]> {
  return Promise.all(names.map((name) => server.fetch(name)));
}

for (const [title, way] of [
  ['One after the other', oneAfterTheOther],
  ['All together', allTogether],
] as const) {
  const server = new Server();
  console.log(`${title}:`);
  console.log(`  answers: ${(await way(server)).join(', ')}`);
  console.log(`  at most ${server.most} at a time`);
}
