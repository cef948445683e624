import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importsOf, resolve } from './check-imports.ts';

test('importsOf() finds imports of every kind', () => {
  const source = `
    import a from './a.ts';
    import type { B } from './b.ts';
    export { c } from './c.ts';
    const d = await import('./d.ts');
    // import './comment.ts';
  `;
  assert.deepEqual(importsOf('x.ts', source), ['./a.ts', './b.ts', './c.ts', './d.ts']);
});

test('importsOf() reads the front matter and the scripts of an Astro component', () => {
  const source = `---
import A from './A.astro';
---
<p>Do not import './prose.ts' here; it's text.</p>
<script>
  import './client.ts';
</script>`;
  assert.deepEqual(importsOf('X.astro', source), ['./A.astro', './client.ts']);
});

test('resolve() makes paths from the root and leaves packages alone', () => {
  assert.equal(resolve('src/engine/embedded/a.ts', '../../runtime/b.ts'), 'src/runtime/b.ts');
  assert.equal(resolve('src/engine/a.ts', 'acorn'), 'acorn');
});
