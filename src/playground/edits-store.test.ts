import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EditsStore, type TextStorage } from './edits-store.ts';

class MemoryStorage implements TextStorage {
  readonly items = new Map<string, string>();

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }

  removeItem(key: string): void {
    this.items.delete(key);
  }
}

const edit = { original: 'abc', files: { 'main.ts': 'console.log(1);\n' } };

test('an edit is loaded as it was saved, for its own program only', () => {
  const storage = new MemoryStorage();
  assert.equal(new EditsStore(() => storage).save('threads/lock/main', edit), true);
  const reloaded = new EditsStore(() => storage);
  assert.deepEqual(reloaded.load('threads/lock/main'), edit);
  assert.equal(reloaded.load('threads/lock/given'), undefined);
});

test('saving an edit without files forgets it', () => {
  const storage = new MemoryStorage();
  const store = new EditsStore(() => storage);
  store.save('threads/lock/main', edit);
  store.save('threads/lock/main', { original: 'abc', files: {} });
  assert.equal(storage.items.size, 0);
});

test('what is set aside is kept even when there is no edit beside it', () => {
  const store = new EditsStore(() => storage);
  const storage = new MemoryStorage();
  const held = {
    original: 'abc',
    files: {},
    shown: { by: 'link' as const, files: { 'main.ts': '2' } },
    aside: [{ 'main.ts': '1' }],
  };
  store.save('a/b/main', held);
  assert.deepEqual(store.load('a/b/main'), held);
});

test('records that are not edits are not loaded', () => {
  for (const text of ['', 'null', '[]', '{"original":1,"files":{}}', '{"original":"a"}']) {
    const storage = new MemoryStorage();
    storage.items.set('interleave:edit:threads/lock/main', text);
    assert.equal(new EditsStore(() => storage).load('threads/lock/main'), undefined, text);
  }
});

test('files of a record that are not texts are left out', () => {
  const storage = new MemoryStorage();
  const record = { original: 'abc', files: { 'main.ts': 7, 'other.ts': 'x' } };
  storage.items.set('interleave:edit:a/b/main', JSON.stringify(record));
  assert.deepEqual(new EditsStore(() => storage).load('a/b/main')?.files, { 'other.ts': 'x' });
});

test('a storage that is denied loads nothing and says that it kept nothing', () => {
  const store = new EditsStore(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  assert.equal(store.load('threads/lock/main'), undefined);
  assert.equal(store.save('threads/lock/main', edit), false);
});

test('what another page has kept since is told before it would be replaced', () => {
  const storage = new MemoryStorage();
  const [one, other] = [new EditsStore(() => storage), new EditsStore(() => storage)];
  one.save('a/b/main', edit);
  assert.equal(one.fromElsewhere('a/b/main'), undefined);
  assert.deepEqual(other.fromElsewhere('a/b/main'), edit);
  assert.equal(other.fromElsewhere('a/b/main'), undefined);
  other.save('a/b/main', { ...edit, files: { 'main.ts': 'other' } });
  assert.deepEqual(one.fromElsewhere('a/b/main')?.files, { 'main.ts': 'other' });
  other.save('a/b/main', { original: 'abc', files: {} });
  assert.equal(one.fromElsewhere('a/b/main'), undefined);
});
