import { setTimeout as sleep } from 'node:timers/promises';

/** As many promises; the first settles with whoever is first. */
function asCompleted<T>(promises: Promise<T>[]): Promise<T>[] {
  const places = promises.map(() => Promise.withResolvers<T>());
  let next = 0;
  for (const promise of promises) {
    const settle = () => places[next++]?.resolve(promise);
    promise.then(settle, settle);
  }
  for (const { promise } of places) {
    // Whoever awaits it may come later, and gets the error then.
    promise.catch(() => undefined);
  }
  return places.map(({ promise }) => promise);
}

async function ask(mirror: string, delay: number): Promise<string> {
  await sleep(delay * 1000); // Stands for a request.
  if (mirror === 'middle') {
    throw new Error('the middle mirror is down');
  }
  return `the ${mirror} mirror answered`;
}

const tasks = [ask('far', 0.3), ask('near', 0.1), ask('middle', 0.2)];
let place = 0;
for (const earliest of asCompleted(tasks)) {
  place++;
  try {
    console.log(`${place}. ${await earliest}`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log(`${place}. ${error.message}`);
  }
}
console.log('all are done');
