import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { headersFor, parseHeadersFile } from './headers-file.ts';
import { fillIn, toApache, toNginx, toVercel } from './host-headers.ts';

const text = await readFile(new URL('../../public/_headers', import.meta.url), 'utf8');
const facts = { base: '/repo/', coep: 'credentialless', policy: "default-src 'self'" } as const;
const rules = parseHeadersFile(fillIn(text, facts));

test('the headers of a build are those of the file, below its path, with what it was built for', () => {
  const headers = headersFor(rules, '/repo/guide/');
  assert.equal(headers['Cross-Origin-Embedder-Policy'], 'credentialless');
  assert.equal(headers['Content-Security-Policy'], "default-src 'self'; frame-ancestors 'self'");
  assert.match(headersFor(rules, '/repo/_astro/a.js')['Cache-Control'] ?? '', /immutable/);
  assert.deepEqual(headersFor(rules, '/elsewhere/'), {});
});

test('Vercel gets a pattern and a list of headers for each rule', () => {
  const { headers } = JSON.parse(toVercel(rules));
  assert.deepEqual(
    headers.map(({ source }: { source: string }) => source),
    ['/repo/(.*)', '/repo/_astro/(.*)', '/repo/service-worker.js'],
  );
  assert.deepEqual(headers[0].headers[0], {
    key: 'Cross-Origin-Opener-Policy',
    value: 'same-origin',
  });
});

test('Apache gets a condition for each rule, with the special characters of paths escaped', () => {
  const made = toApache(rules, '/repo/');
  assert.match(made, /m#\^\/repo\/service-worker\\\.js\$#/);
  assert.match(made, /Header always set Cross-Origin-Opener-Policy "same-origin"/);
});

test('a location of nginx repeats the headers that hold everywhere', () => {
  const [, assets] = toNginx(rules, '/repo/').split('location ^~ /repo/_astro/');
  assert.match(assets ?? '', /^ \{[^}]*Cross-Origin-Embedder-Policy[^}]*immutable[^}]*\}/);
});
