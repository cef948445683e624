import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlight } from './highlight.ts';

function textContent(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

test('the text of highlighted code is the source, byte for byte', async () => {
  const source = 'if (a < b && c > d) {\n\n  log(`&lt; ${a}`); // <b>\n}\n';
  assert.equal(textContent(await highlight(source, 'typescript')), source);
});

test('lines that do the same as others are told apart, and the text stays the source', async () => {
  const source = 'a = 1\nb = 2\nc = 3\n';
  const html = await highlight(source, 'python', [{ first: 2, last: 3 }]);
  assert.equal(textContent(html), source);
  const [, marked = ''] = /<span data-same="0">(.*)<\/span>\n$/s.exec(html) ?? [];
  assert.equal(textContent(marked), 'b = 2\nc = 3');
});

test('parts of both languages get the classes of their roles, and no inline colours', async () => {
  const python = await highlight('def f(): return "x"  # why\n', 'python');
  assert.match(python, /<span class="syn-keyword">def<\/span>/);
  assert.match(python, /<span class="syn-comment"># why<\/span>/);
  const typescript = await highlight("const a: Int32Array = f('x', 1);\n", 'typescript');
  assert.match(typescript, /<span class="syn-type">Int32Array<\/span>/);
  assert.match(typescript, /<span class="syn-function">f<\/span>/);
  assert.doesNotMatch(python + typescript, /style=/);
});
