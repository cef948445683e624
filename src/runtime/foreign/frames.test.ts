import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnOfV8, formatFrame, parseStack } from './frames.ts';

const inNodesForm = (stack: string): string => parseStack(stack).map(formatFrame).join('');

test("Firefox's frames get Node's form", () => {
  const stack = [
    '#deep@file:///home/reader/main.ts:2:104',
    'outer/inner@file:///home/reader/main.ts:3:1',
    'later/<@file:///home/reader/main.ts:4:60',
    'async*later@file:///home/reader/main.ts:5:2',
    '@file:///home/reader/main.ts:6:7',
    '@[worker eval]:7:8',
    'emit@blob:null/ce3e984d-b28b-4570-9cfa-876abda5f880:27:21211',
    '',
  ].join('\n');
  assert.equal(
    inNodesForm(stack),
    `
    at #deep (file:///home/reader/main.ts:2:104)
    at inner (file:///home/reader/main.ts:3:1)
    at file:///home/reader/main.ts:4:60
    at async later (file:///home/reader/main.ts:5:2)
    at file:///home/reader/main.ts:6:7
    at [worker eval]:7:8`,
  );
});

test('frames of WebKit without a place are left out', () => {
  const stack = 'foo@data:text/javascript,x%3D1:3:18\n@\nmap@[native code]\neval code@\n';
  assert.equal(inNodesForm(stack), '\n    at foo (data:text/javascript,x%3D1:3:18)');
});

test("WebKit's column of a call, of `new` and of an access becomes V8's", () => {
  const cases = [
    ['  throw new TypeError(1)', '(', 'new'],
    ['  return list.map(go)', '(', 'map'],
    ['(go)()', '()', '()'],
    ['o.foo!.bar = 1', '!', 'bar'],
    ['o.foo.bar', '.bar', 'bar'],
  ] as const;
  for (const [text, given, wanted] of cases) {
    assert.equal(columnOfV8(text, text.indexOf(given)), text.indexOf(wanted), text);
  }
});
