'use strict';
const { AsyncLocalStorage, AsyncResource } = require('node:async_hooks');

const storage = new AsyncLocalStorage();
const resource = storage.run('inside', () => new AsyncResource('test'));
const bound = resource.bind(function (_a, _b) {
  return [this, storage.getStore()];
});
console.log(bound.length, bound.asyncResource === resource);
console.log(bound.call('given'), resource.bind(bound, null)(), resource.bind(bound, false)());
