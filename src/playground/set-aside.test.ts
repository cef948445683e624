import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  authorOf,
  bringBack,
  type Held,
  putInPlace,
  withOriginal,
  withOthers,
} from './set-aside.ts';

const own = { 'main.ts': 'own' };
const later = { 'main.ts': 'later' };
const changed = { 'main.ts': 'changed' };
const nothing: Held = { files: {}, aside: [] };

test('putInPlace() sets the own edit aside, and bringBack() brings it back', () => {
  const held = putInPlace({ files: own, aside: [] }, 'experiment', changed);
  assert.deepEqual(held.files, changed);
  assert.equal(authorOf(held), 'experiment');
  const back = bringBack(held);
  assert.deepEqual(back, { files: own, aside: [] });
  assert.equal(authorOf(back), 'reader');
});

test('the original and what an experiment left are not set aside', () => {
  assert.deepEqual(putInPlace(nothing, 'experiment', changed).aside, []);
  const twice = putInPlace(putInPlace(nothing, 'experiment', changed), 'link', later);
  assert.deepEqual(twice.aside, []);
});

test('an experiment that the reader wrote on is the own edit of the reader', () => {
  const written = { ...putInPlace(nothing, 'experiment', changed), files: later };
  assert.equal(authorOf(written), 'reader');
  assert.deepEqual(putInPlace(written, 'experiment', changed).aside, [later]);
});

test('no edit is lost, however often others take its place', () => {
  let held = putInPlace({ files: own, aside: [] }, 'experiment', changed);
  held = putInPlace({ ...held, files: later }, 'link', changed);
  assert.deepEqual(held.aside, [own, later]);
  held = bringBack(held);
  assert.deepEqual([held.files, held.aside], [later, [own]]);
  held = bringBack(held);
  assert.deepEqual([held.files, held.aside], [own, [later]]);
  assert.deepEqual(withOriginal(held).aside, [later]);
});

test('an experiment that is made again changes nothing', () => {
  const held = putInPlace({ files: own, aside: [] }, 'experiment', changed);
  assert.deepEqual(putInPlace(held, 'experiment', changed), held);
});

test('bringBack() without an edit set aside leaves everything as it is', () => {
  assert.equal(bringBack(nothing), nothing);
});

test('withOthers() sets aside what was written in another page, once', () => {
  const held = withOthers({ files: own, aside: [] }, { files: later, aside: [changed] });
  assert.deepEqual(held, { files: own, aside: [changed, later] });
  assert.deepEqual(withOthers(held, { files: later, aside: [own] }), held);
  const shown = { by: 'link', files: later } as const;
  assert.deepEqual(withOthers(nothing, { files: later, shown, aside: [] }), nothing);
});
