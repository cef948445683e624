import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBase, readSite } from './site-settings.ts';

test('the site stands at the root of its host unless it is told otherwise', () => {
  assert.equal(readBase({}), '/');
  assert.equal(readBase({ INTERLEAVE_BASE: '' }), '/');
  assert.equal(readBase({ INTERLEAVE_BASE: '/docs/interleave/' }), '/docs/interleave/');
});

test('a path without a slash at both ends is refused with one that would do', () => {
  for (const base of ['/interleave', 'interleave/', 'https://example.org/', '/a b/', '//']) {
    assert.throws(
      () => readBase({ INTERLEAVE_BASE: base }),
      /a slash at both ends, such as \/interleave\/; it is "/,
    );
  }
});

test('readSite() takes a host, and refuses a path and other schemes', () => {
  assert.equal(readSite({}), undefined);
  assert.equal(readSite({ INTERLEAVE_SITE: 'https://example.org' }), 'https://example.org');
  for (const site of ['https://example.org/', 'example.org', 'ftp://example.org']) {
    assert.throws(() => readSite({ INTERLEAVE_SITE: site }), /must be an address without a path/);
  }
});
