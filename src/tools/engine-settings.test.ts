import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEngineSettings } from './engine-settings.ts';

test('without settings the embedded engine is the default', () => {
  assert.deepEqual(readEngineSettings({}), {
    engine: 'embedded',
    clientId: null,
    coep: 'require-corp',
  });
});

test('the settings name the engine, its key and the isolation of the pages', () => {
  const env = {
    INTERLEAVE_ENGINE: 'webcontainer',
    INTERLEAVE_WEBCONTAINER_CLIENT_ID: 'key',
    INTERLEAVE_COEP: 'credentialless',
  };
  assert.deepEqual(readEngineSettings(env), {
    engine: 'webcontainer',
    clientId: 'key',
    coep: 'credentialless',
  });
});

test('a value that means nothing is refused with those that do', () => {
  assert.throws(
    () => readEngineSettings({ INTERLEAVE_ENGINE: 'docker' }),
    /INTERLEAVE_ENGINE must be embedded or webcontainer; it is "docker"/,
  );
});
