import {
  getEnvironmentData,
  isMainThread,
  setEnvironmentData,
  Worker,
  workerData,
} from 'node:worker_threads';

if (isMainThread) {
  setEnvironmentData('depth', 1);
  new Worker(new URL(import.meta.url), { workerData: 1 });
} else if (workerData === 1) {
  setEnvironmentData('own', 'worker');
  new Worker(new URL(import.meta.url), { workerData: 2 });
} else {
  console.log(getEnvironmentData('depth'), getEnvironmentData('own'));
}
