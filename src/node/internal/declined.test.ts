import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyAbsent, withDeclined } from './declined.ts';

test('a declined export throws a coded error that says why', () => {
  const { createHook } = withDeclined('async_hooks', {}) as { createHook: () => void };
  assert.throws(createHook, {
    code: 'ERR_METHOD_NOT_IMPLEMENTED',
    message: /async_hooks\.createHook .* a browser does not tell/,
  });
});

test('an alias declines what its module does', () => {
  const { CallTracker } = withDeclined('assert/strict', {}) as { CallTracker: () => void };
  assert.throws(CallTracker, { code: 'ERR_METHOD_NOT_IMPLEMENTED' });
});

test('what is provided is not declined', () => {
  const cpus = (): [] => [];
  const freemem = (): number => 1;
  assert.equal(withDeclined('os', { cpus, freemem }).freemem, freemem);
});

test('an absent module has a reason; one that needs its scheme only with it', () => {
  assert.match(whyAbsent('punycode', false) ?? '', /deprecated/);
  assert.equal(whyAbsent('sqlite', false), undefined);
  assert.match(whyAbsent('sqlite', true) ?? '', /native/);
  assert.equal(whyAbsent('left-pad', false), undefined);
});

test('the classes of a module of which nothing works can be extended, and throw when made', () => {
  const { Server } = withDeclined('http', {}) as { Server: new () => object };
  class Own extends Server {}
  assert.throws(() => new Own(), { code: 'ERR_METHOD_NOT_IMPLEMENTED', message: /http\.Server/ });
  assert.ok('resolve4' in withDeclined('dns/promises', {}));
});
