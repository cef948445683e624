import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violation } from './import-rules.ts';

test('violation() lets a layer import itself and what lies below', () => {
  assert.equal(violation('src/node/events.ts', 'src/node/internal/errors.ts'), undefined);
  assert.equal(violation('src/node/events.ts', 'src/kernel/port.ts'), undefined);
  assert.equal(violation('src/pages/index.astro', 'src/shared/paths.ts'), undefined);
});

test('violation() stops an import that runs upwards', () => {
  assert.match(violation('src/kernel/port.ts', 'src/node/events.ts') ?? '', /^kernel must not/);
  assert.match(violation('src/catalogue/load.ts', 'src/pages/x.ts') ?? '', /^catalogue must not/);
});

test('violation() lets files outside the layers import what they need', () => {
  assert.equal(violation('src/content.config.ts', 'src/catalogue/schema.ts'), undefined);
  assert.equal(violation('e2e/smoke.spec.ts', 'src/shared/contract.ts'), undefined);
});

test('violation() lets an engine know of the runtime only protocol and addresses', () => {
  const from = 'src/engine/embedded/engine.ts';
  assert.equal(violation(from, 'src/runtime/protocol.ts'), undefined);
  assert.equal(violation(from, 'src/runtime/entry.ts?worker&url'), undefined);
  assert.match(violation(from, 'src/runtime/loader.ts') ?? '', /^engine may import only/);
});

test('violation() keeps the WebContainer behind its own engine', () => {
  assert.equal(violation('src/engine/webcontainer/boot.ts', '@webcontainer/api'), undefined);
  assert.match(violation('src/playground/run.ts', '@webcontainer/api') ?? '', /^only src\/engine/);
});

test('violation() wants a place for a new folder', () => {
  assert.throws(() => violation('src/extras/a.ts', 'src/shared/b.ts'), /src\/extras has no place/);
});
