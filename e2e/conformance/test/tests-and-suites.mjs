// What a program with tests prints, times aside, and the code that it ends with.
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import { after, afterEach, before, beforeEach, describe, it, mock, test } from 'node:test';

if (process.argv[2] !== 'child') {
  const { stdout, status } = spawnSync(process.execPath, [import.meta.filename, 'child'], {
    encoding: 'utf8',
  });
  const [report] = stdout.split('✖ failing tests:');
  console.log(report.replace(/[\d.]+ms|duration_ms .*/g, '…'));
  console.log(status);
} else {
  test('passes', () => assert.ok(true));
  test('fails', () => assert.equal(1, 2));
  test('is skipped', { skip: 'for a reason' }, () => assert.fail());
  test('has tests of its own', async (t) => {
    await t.test('first', () => undefined);
    await t.test('second', async () => undefined);
    t.diagnostic('said in passing');
  });
  test('calls back', (_t, done) => setTimeout(done, 1));
  test('mocks', () => {
    const add = mock.fn((a, b) => a + b);
    assert.equal(add(1, 2), 3);
    assert.deepEqual(add.mock.calls[0].arguments, [1, 2]);
    assert.equal(add.mock.callCount(), 1);
  });
  describe('a suite', () => {
    before(() => console.log('before'));
    after(() => console.log('after'));
    beforeEach(() => console.log('before each'));
    afterEach(() => console.log('after each'));
    it('runs', () => console.log('runs'));
    it.todo('is planned');
    describe('within', () => {
      it('runs too', () => console.log('runs too'));
    });
  });
}
