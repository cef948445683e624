import { isMainThread, resourceLimits, Worker } from 'node:worker_threads';

if (isMainThread) {
  console.log(resourceLimits);
  new Worker(new URL(import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 100, stackSizeMb: 4 },
  });
} else {
  console.log(resourceLimits.maxOldGenerationSizeMb, resourceLimits.stackSizeMb);
}
