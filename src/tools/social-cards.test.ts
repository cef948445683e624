import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { cardOf, writeCards } from './social-cards.ts';

const page = (title: string): string => `<meta property="og:title" content="${title}">`;
let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interleave-cards-'));
  await mkdir(join(folder, 'site/patterns/threads/lock'), { recursive: true });
  await writeFile(join(folder, 'site/index.html'), page('Home'));
  await writeFile(join(folder, 'site/patterns/threads/lock/index.html'), page('Lock'));
});
after(() => rm(folder, { recursive: true }));

test('a card says the title of its page as a reader sees it, and the model of a pattern', () => {
  const html = page('Locks &amp; &quot;queues&quot;');
  const title = 'Locks & "queues"';
  assert.deepEqual(cardOf('patterns/asyncio/lock/', html), { title, part: 'asyncio' });
  assert.deepEqual(cardOf('guide/locks/', html), { title, part: 'Guide' });
  assert.deepEqual(cardOf('patterns/', html), { title, part: '' });
});

test('a page without a title for its card is named', () => {
  assert.throws(() => cardOf('guide/', '<title>Guide</title>'), /\/guide\/ has no og:title/);
});

test('every page gets a picture of 1200 by 630, drawn once for what it says', async () => {
  const [site, kept] = [join(folder, 'site'), join(folder, 'kept')];
  assert.deepEqual(await writeCards(site, kept), { pages: 2, drawn: 2 });
  const home = await readFile(join(site, 'social/index.png'));
  const lock = await readFile(join(site, 'social/patterns/threads/lock.png'));
  assert.equal(home.toString('latin1', 1, 4), 'PNG');
  assert.deepEqual([home.readUInt32BE(16), home.readUInt32BE(20)], [1200, 630]);
  assert.notDeepEqual(home, lock);

  await writeFile(join(site, 'index.html'), page('Another'));
  assert.deepEqual(await writeCards(site, kept), { pages: 2, drawn: 1 });
  assert.notDeepEqual(await readFile(join(site, 'social/index.png')), home);
});
