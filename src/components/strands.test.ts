import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawStrands } from './strands.ts';

const options = { crossings: 2, pitch: 10, top: 2, bottom: 8, x: 0, gap: 0.2 };

test('each strand passes over once and under once in two crossings, and they take turns', () => {
  const { python, typescript } = drawStrands(options);
  assert.equal(python.over, 'M0 2C5 2 5 8 10 8');
  assert.equal(typescript.over, 'M10 2C15 2 15 8 20 8');
  assert.match(python.under, /^M10 8C.*20 2$/);
  assert.match(typescript.under, /^M0 8C.*10 2$/);
});

test('a strand that passes under is cut around the crossing, evenly', () => {
  const { typescript } = drawStrands({ ...options, crossings: 1 });
  const [, first = '', second = ''] = typescript.under.split('M');
  const end = first.split(' ').slice(-2).map(Number);
  const start = second.split('C')[0]?.split(' ').map(Number) ?? [];
  assert.equal((end[0] ?? 0) + (start[0] ?? 0), 10);
  assert.equal((end[1] ?? 0) + (start[1] ?? 0), 10);
  assert.ok((end[0] ?? 0) < (start[0] ?? 0));
});
