import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headersFor, parseHeadersFile } from './headers-file.ts';

const text = `# isolation
/*
  Cross-Origin-Opener-Policy: same-origin
  Cache-Control: no-cache

/_astro/*
  Cache-Control: public, max-age=31536000, immutable
`;

test('headersFor() applies a rule to every path below its star', () => {
  const headers = headersFor(parseHeadersFile(text), '/guide/gil/');
  assert.deepEqual(headers, {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  });
});

test('headersFor() lets a later rule win', () => {
  const headers = headersFor(parseHeadersFile(text), '/_astro/page.css');
  assert.equal(headers['Cache-Control'], 'public, max-age=31536000, immutable');
});

test('headersFor() takes dots in a path literally', () => {
  const rules = parseHeadersFile('/a.txt\n  X-A: 1\n');
  assert.deepEqual(headersFor(rules, '/abtxt'), {});
});

test('parseHeadersFile() names the line that it cannot read', () => {
  assert.throws(() => parseHeadersFile('/*\n  no colon here\n'), /_headers, line 2/);
  assert.throws(() => parseHeadersFile('  X-A: 1\n'), /_headers, line 1/);
});
