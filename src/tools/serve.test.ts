import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from './serve.ts';

const files: Record<string, string> = {
  _headers: '/*\n  Cross-Origin-Opener-Policy: same-origin\n',
  '.inputs': 'private',
  'index.html': 'home',
  '404.html': 'nothing here',
  'guide/gil/index.html': 'the GIL',
  'worker.js': 'export {}',
};
let root = '';

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'interleave-serve-'));
  for (const [name, contents] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), contents);
  }
});
after(() => rm(root, { recursive: true }));

/** Sends `path` as it stands; `fetch` would resolve its dots first. */
function statusOf(url: string, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

test('serve() answers a directory with its index and the headers of _headers', async () => {
  await using server = await serve({ root, port: 0 });
  const response = await fetch(`${server.url}guide/gil/`);
  assert.equal(await response.text(), 'the GIL');
  assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal(response.headers.get('cross-origin-opener-policy'), 'same-origin');
});

test('serve() leaves _headers out on request', async () => {
  await using server = await serve({ root, port: 0, headers: false });
  const response = await fetch(server.url);
  assert.equal(await response.text(), 'home');
  assert.equal(response.headers.get('cross-origin-opener-policy'), null);
});

test('serve() compresses text on request, for who accepts it', async () => {
  await using server = await serve({ root, port: 0, compress: true });
  const packed = await fetch(`${server.url}worker.js`, { headers: { 'accept-encoding': 'br' } });
  assert.equal(packed.headers.get('content-encoding'), 'br');
  assert.equal(await packed.text(), 'export {}');
  const plain = await fetch(server.url, { headers: { 'accept-encoding': 'identity' } });
  assert.equal(plain.headers.get('content-encoding'), null);
  assert.equal(await plain.text(), 'home');
});

test('serve() sends scripts with a type that browsers execute', async () => {
  await using server = await serve({ root, port: 0 });
  const response = await fetch(`${server.url}worker.js`);
  assert.match(response.headers.get('content-type') ?? '', /^text\/javascript/);
});

test('serve() redirects a directory without its slash', async () => {
  await using server = await serve({ root, port: 0 });
  const response = await fetch(`${server.url}guide/gil?q=1`, { redirect: 'manual' });
  assert.equal(response.status, 308);
  assert.equal(response.headers.get('location'), '/guide/gil/?q=1');
});

test('serve() answers what does not exist with the 404 page', async () => {
  await using server = await serve({ root, port: 0 });
  const response = await fetch(`${server.url}nowhere/`);
  assert.equal(response.status, 404);
  assert.equal(await response.text(), 'nothing here');
});

test('serve() gives away neither _headers, nor dot files, nor what lies above the root', async () => {
  await using server = await serve({ root: join(root, 'guide'), port: 0 });
  await using whole = await serve({ root, port: 0 });
  for (const path of ['/../worker.js', '/..%2fworker.js', '/%2e%2e/worker.js', '/..%5cworker.js']) {
    assert.equal(await statusOf(server.url, path), 404, path);
  }
  for (const path of ['/_headers', '/.inputs']) {
    assert.equal(await statusOf(whole.url, path), 404, path);
  }
});

test('serve() stands below a base path and only there', async () => {
  await using server = await serve({ root, port: 0, base: '/interleave/' });
  assert.equal(await (await fetch(server.url)).text(), 'home');
  assert.equal(await statusOf(server.url, '/guide/gil/'), 404);
});

test('serve() takes the next port when the wanted one is taken', async () => {
  await using first = await serve({ root, port: 0 });
  const taken = Number(new URL(first.url).port);
  await using second = await serve({ root, port: taken });
  assert.notEqual(second.url, first.url);
  assert.equal((await fetch(second.url)).status, 200);
});
