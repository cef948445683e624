import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const data = { list: [1, 2], map: new Map([['a', 1]]), date: new Date(0), big: 10n, re: /x/gi };
  new Worker(fileURLToPath(import.meta.url), { workerData: data });
  data.list.push(3);
} else {
  console.log(workerData, workerData.map instanceof Map, workerData.date instanceof Date);
}
