import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentPolicy } from './content-policy.ts';

test('inline scripts are allowed by the hash of their text, and no others', () => {
  const policy = contentPolicy(['alert(1)']);
  // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
  assert.match(policy, /script-src [^;]*'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF\+pI='/);
  assert.doesNotMatch(policy, /script-src [^;]*'unsafe-inline'/);
});

test('scripts from other sites are refused', () => {
  const [scripts] = /script-src [^;]*/.exec(contentPolicy([])) ?? [];
  assert.doesNotMatch(scripts ?? 'https:', /https?:|\*/);
});
