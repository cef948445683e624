import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingCapabilities } from './explain-unavailable.ts';
import { isEnough } from './support.ts';

const everything = {
  crossOriginIsolated: true,
  sharedArrayBuffer: true,
  worker: true,
  current: true,
};

test('nothing is missing where everything is there', () => {
  assert.deepEqual(missingCapabilities(everything), []);
  assert.equal(isEnough(everything), true);
});

test('a page that is not isolated is told apart from a browser without shared memory', () => {
  const [notIsolated] = missingCapabilities({ ...everything, crossOriginIsolated: false });
  assert.match(notIsolated ?? '', /not cross-origin isolated.*Cross-Origin-Embedder-Policy/);
  const [noMemory] = missingCapabilities({ ...everything, sharedArrayBuffer: false });
  assert.match(noMemory ?? '', /no SharedArrayBuffer/);
});

test('missing isolation explains missing shared memory, which is not listed again', () => {
  const has = { ...everything, crossOriginIsolated: false, sharedArrayBuffer: false };
  assert.equal(missingCapabilities(has).length, 1);
  assert.equal(isEnough(has), false);
});

test('every independent cause is listed', () => {
  const has = {
    crossOriginIsolated: false,
    sharedArrayBuffer: false,
    worker: false,
    current: false,
  };
  assert.equal(missingCapabilities(has).length, 3);
});
