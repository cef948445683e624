import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addBase } from './base-path.ts';

const below = (html: string): string => addBase(html, '/repo/');

test('root-absolute addresses of links, images, scripts and forms go below the base', () => {
  assert.equal(below('<a class="x" href="/guide/#gil">'), '<a class="x" href="/repo/guide/#gil">');
  assert.equal(below('<a href=/>'), '<a href=/repo/>');
  assert.equal(below("<img alt='>' src='/a.png'>"), "<img alt='>' src='/repo/a.png'>");
  assert.equal(
    below('<script type="module" src="/x.js">'),
    '<script type="module" src="/repo/x.js">',
  );
  assert.equal(below('<form action="/patterns/">'), '<form action="/repo/patterns/">');
});

test('an address below the base already, on another host or within the page stays', () => {
  const pages = [
    '<link href="/repo/_astro/a.css">',
    '<a href="//example.org/">',
    '<a href="https://example.org/x">',
    '<a href="#gil">',
    '<a href="../x">',
  ];
  for (const html of pages) assert.equal(below(html), html);
});

test('a page below a folder that is called like the base is no exception', () => {
  assert.equal(addBase('<a href="/guide/">', '/guide/'), '<a href="/guide/guide/">');
});

test('text and the insides of scripts are no addresses', () => {
  const text = '<p>href="/x" &lt;a href="/y"></p><script>const a = \' href="/z"\';</script>';
  assert.equal(below(text), text);
});

test('at the root nothing changes', () => {
  assert.equal(addBase('<a href="/x">', '/'), '<a href="/x">');
});
