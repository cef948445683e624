import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './run.ts';
import { shortNames, withoutPreloadHelper } from './small-pages.ts';

/** What a hook of the plugin makes of `code`; `code` itself when it leaves it alone. */
function through(plugin: object, hook: 'transform' | 'renderChunk', code: string, id = ''): string {
  const call = Reflect.get(plugin, hook) as (code: string, id: string) => { code: string } | null;
  return call(code, id)?.code ?? code;
}

const file = (name: string) => join(root, 'src/components', name);

test('one name is short everywhere, and two are never the same', () => {
  const plugin = shortNames();
  const css = through(
    plugin,
    'transform',
    'a{color:var(--il-text);gap:var(--il-space-4)}',
    'a.css',
  );
  const [, text, space] = /^a\{color:var\((--[a-z]+)\);gap:var\((--[a-z]+)\)\}$/.exec(css) ?? [];
  assert.ok(text && space && text !== space, css);
  assert.equal(through(plugin, 'transform', "'--il-text'", 'b.ts'), `'${text}'`);
  const scoped = (name: string) =>
    through(plugin, 'transform', '[data-astro-cid-abcd1234]', `${file(name)}?astro&type=style`);
  assert.match(scoped('Toc.astro'), /^\[data-[a-z]{1,2}\]$/);
  assert.notEqual(scoped('Toc.astro'), scoped('Note.astro'));
});

test('classes of syntax are short, and words that look like them are not touched', () => {
  const plugin = shortNames();
  assert.match(through(plugin, 'transform', '.syn-keyword{}'), /^\.[a-z]\{\}$/);
  assert.equal(through(plugin, 'transform', 'syn-ack, no-syn-keyword'), 'syn-ack, no-syn-keyword');
});

test('a property that no source names fails the build', () => {
  assert.throws(
    () => through(shortNames(), 'transform', 'var(--il-unheard-of)'),
    /is in none of the sources/,
  );
});

test('a part is imported without the helper, alone or with what follows', () => {
  const plugin = withoutPreloadHelper();
  const render = (code: string) => through(plugin, 'renderChunk', code);
  const named = `x = __vitePreload(async () => {
		const { A, b: c } = await import("./a.js");
		return { A, c };
	}, __VITE_PRELOAD__).then(go);`;
  assert.equal(render(named), 'x = import("./a.js").then(go);');
  const followed = '__vitePreload(() => import("./b.js").then((m) => m.go()), __VITE_PRELOAD__);';
  assert.equal(render(followed), 'import("./b.js").then((m) => m.go());');
  assert.equal(
    render('const __vitePreload = (load) => load();'),
    'const __vitePreload = (load) => load();',
  );
});
