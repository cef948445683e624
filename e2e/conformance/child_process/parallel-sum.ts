import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  const parts = await Promise.all(
    [0, 1, 2].map(
      (part) =>
        new Promise<number>((resolve) => {
          const child = fork(fileURLToPath(import.meta.url), ['child']);
          child.on('message', (sum: number) => resolve(sum));
          child.send({ from: part * 1000, to: (part + 1) * 1000 });
        }),
    ),
  );
  console.log(
    parts,
    parts.reduce((a, b) => a + b),
  );
} else {
  process.once('message', ({ from, to }: { from: number; to: number }) => {
    let sum = 0;
    for (let n = from; n < to; n++) sum += n;
    process.send?.(sum);
  });
}
