import { getEnvironmentData, isMainThread, setEnvironmentData, Worker } from 'node:worker_threads';

if (isMainThread) {
  setEnvironmentData('who', { name: 'main' });
  setEnvironmentData('gone', 1);
  setEnvironmentData('gone');
  new Worker(new URL(import.meta.url));
  setEnvironmentData('late', 1);
} else {
  console.log(getEnvironmentData('who'), getEnvironmentData('gone'), getEnvironmentData('late'));
}
