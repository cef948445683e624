/** Holds what the engine exports against the exports of the Node that runs this test. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAssert } from '../assert.ts';
import { createDiagnosticsChannel } from '../diagnostics_channel.ts';
import { EventEmitter } from '../events.ts';
import { createFs } from '../fs.ts';
import { querystring } from '../querystring.ts';
import { createTimersPromises } from '../timers/promises.ts';
import { createTimers } from '../timers.ts';
import { createUrl } from '../url.ts';
import { createUtil } from '../util.ts';
import { declined, withDeclined } from './declined.ts';

const timers = createTimers({ loop: null as never, context: null as never, warn: () => undefined });
const promises = createTimersPromises(timers);
const { fs, promises: fsPromises } = createFs({} as never);
const provided: Record<string, object> = {
  assert: createAssert({} as never).assert,
  diagnostics_channel: createDiagnosticsChannel({} as never),
  fs,
  'fs/promises': fsPromises,
  querystring,

  events: EventEmitter,
  timers: { ...timers, promises },
  'timers/promises': promises,
  url: createUrl(() => '/'),
  util: createUtil({} as never),
};

for (const [name, exports] of Object.entries(provided)) {
  test(`node:${name} exports or declines every name of Node's`, async () => {
    const real = (await import(`node:${name}`)) as { default: object };
    const names = Object.keys(real.default);
    const ours = new Set([...Object.keys(exports), ...(declined[name]?.names ?? [])]);
    assert.deepEqual(
      names.filter((each) => !ours.has(each)),
      [],
      'missing',
    );
  });

  test(`node:${name} declines nothing that it provides`, () => {
    const both = (declined[name]?.names ?? []).filter((each) => Object.hasOwn(exports, each));
    assert.deepEqual(both, []);
  });
}

test('a declined export throws a coded error that says why', () => {
  const { createHook } = withDeclined('async_hooks', {}) as { createHook: () => void };
  assert.throws(createHook, {
    code: 'ERR_METHOD_NOT_IMPLEMENTED',
    message: /async_hooks\.createHook .* a browser does not tell/,
  });
});
