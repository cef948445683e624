import { AsyncResource } from 'node:async_hooks';

const resource = new AsyncResource('Thing');
console.log(
  typeof resource.asyncId(),
  typeof resource.triggerAsyncId(),
  resource.emitDestroy() === resource,
);
try {
  new AsyncResource(5 as never);
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code);
}
try {
  AsyncResource.bind(5 as never);
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code);
}
