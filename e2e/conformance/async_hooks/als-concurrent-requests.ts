// contract: any-order
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const als = new AsyncLocalStorage<{ id: number; steps: string[] }>();
const step = (name: string) => als.getStore()?.steps.push(name);
await Promise.all(
  [1, 2, 3].map((id) =>
    als.run({ id, steps: [] }, async () => {
      for (const name of ['a', 'b', 'c']) {
        await sleep((id * 7) % 5);
        step(name + id);
      }
      console.log(als.getStore());
    }),
  ),
);
