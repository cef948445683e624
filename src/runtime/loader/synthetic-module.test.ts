import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SyntheticModule } from './es-module.ts';

test('what nobody can set is made when the program first reads it, and once', () => {
  let made = 0;
  const exports = {
    get heavy(): object {
      made++;
      return {};
    },
  };
  const { namespace } = new SyntheticModule(exports, exports);
  assert.deepEqual(Object.keys(namespace), ['heavy', 'default']);
  assert.equal(made, 0);
  assert.equal(namespace.heavy, namespace.heavy);
  assert.equal(made, 1);
});

test('what can be set is exported as it was when the module was loaded', () => {
  let count = 10;
  const exports = {
    get limit(): number {
      return count;
    },
    set limit(value: number) {
      count = value;
    },
  };
  const { namespace } = new SyntheticModule(exports, exports);
  exports.limit = 5;
  assert.equal(namespace.limit, 10);
  assert.equal((namespace.default as typeof exports).limit, 5);
});
