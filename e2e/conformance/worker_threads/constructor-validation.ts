import { Worker } from 'node:worker_threads';

const attempts: [string, () => unknown][] = [
  ['number', () => new Worker(5 as never)],
  ['relative without dot', () => new Worker('worker.js')],
  ['http URL', () => new Worker(new URL('http://example.com/x.js'))],
  ['eval of URL', () => new Worker(new URL('file:///x.js'), { eval: true } as never)],
  ['env', () => new Worker('./x.js', { env: 5 as never })],
  ['argv', () => new Worker('./x.js', { argv: 'a' as never })],
  ['without new', () => (Worker as unknown as () => void)()],
];
for (const [name, attempt] of attempts) {
  try {
    attempt();
    console.log(name, 'passed');
  } catch (error) {
    console.log(name, (error as Error).name, (error as NodeJS.ErrnoException).code);
  }
}
