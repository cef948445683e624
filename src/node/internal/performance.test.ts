import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installPerformance } from './performance.ts';
import type { Thread } from './thread.ts';

test('the origin of time moves with a clock that starts later, so that their sum stays the time', () => {
  const { performance } = globalThis;
  const native = performance.now.bind(performance);
  const { timeOrigin } = performance;
  const start = native();
  try {
    installPerformance({ origin: start, now: () => native() - start } as Thread, () => undefined);
    const before = timeOrigin + native();
    const time = performance.timeOrigin + performance.now();
    const after = timeOrigin + native();
    assert.ok(before - 0.01 <= time && time <= after + 0.01, `${before} ${time} ${after}`);
  } finally {
    for (const name of Object.getOwnPropertyNames(performance)) {
      Reflect.deleteProperty(performance, name);
    }
  }
});
