import { setTimeout as sleep } from 'node:timers/promises';

const DELAYS = { slow: 300, medium: 200, fast: 100 };

async function ask(server: string, delay: number): Promise<string> {
  await sleep(delay);
  return `${server} server has answered.`;
}

/** What the promises give, in the order in which they give it. */
async function* asCompleted<T>(
  promises: readonly Promise<T>[],
): AsyncGenerator<T> {
  const pending = new Map(
    promises.map((promise, index) => [
      index,
      promise.then((value) => ({ index, value })),
    ]),
  );
  while (pending.size > 0) {
    const { index, value } = await Promise.race(pending.values());
    pending.delete(index);
    yield value;
  }
}

const answers = Object.entries(DELAYS).map(([server, delay]) => {
  return ask(server, delay);
});
let count = 0;
for await (const answer of asCompleted(answers)) {
  console.log(`The ${answer}`);
  count++;
}
console.log(`All ${count} have answered.`);
