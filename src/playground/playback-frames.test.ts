import assert from 'node:assert/strict';
import { test } from 'node:test';
import { framesOf } from './playback-frames.ts';

test('framesOf() puts lines together that came at once', () => {
  assert.deepEqual(framesOf('a\nb\n\nc', [5, 5, 90, 1000]), [
    { at: 5, text: 'a\nb\n' },
    { at: 90, text: 'a\nb\n\n' },
    { at: 1000, text: 'a\nb\n\nc' },
  ]);
  assert.deepEqual(framesOf('', []), []);
});

test('framesOf() refuses times that are not of this output', () => {
  assert.throws(() => framesOf('a\nb\n', [1]), /This recording has no times/);
});
