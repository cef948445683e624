/** Our histograms and Node's: the same records give the same figures. */
import assert from 'node:assert/strict';
import { createHistogram as real } from 'node:perf_hooks';
import { test } from 'node:test';
import { createCreateHistogram } from './histogram.ts';

const ours = createCreateHistogram(() => performance.now());

type Options = Parameters<typeof real>[0];

const cases: [name: string, options: Options, values: number[]][] = [
  ['nothing', {}, []],
  ['one value', {}, [1]],
  ['small values, which are kept as they are', {}, [1, 2, 3, 3, 3, 7, 2047]],
  ['large values, which are kept to three figures', {}, [2048, 4097, 123_456, 987_654_321]],
  ['two figures', { figures: 2 }, [1, 255, 257, 1000, 70_000]],
  ['a lowest value', { lowest: 1000, highest: 1e9 }, [1000, 5000, 123_456_789]],
  ['what exceeds the highest', { highest: 100 }, [10, 5000]],
  ['many', {}, Array.from({ length: 1000 }, (_, at) => 1 + ((at * 7919) % 100_003))],
];

for (const [name, options, values] of cases) {
  test(`the same figures as Node's: ${name}`, () => {
    const [one, other] = [ours(options as object), real(options)];
    for (const value of values) {
      one.record(value);
      other.record(value);
    }
    for (const figure of ['count', 'min', 'max', 'exceeds', 'minBigInt', 'maxBigInt'] as const) {
      assert.deepEqual(one[figure], other[figure], figure);
    }
    for (const figure of ['mean', 'stddev', 'skewness', 'kurtosis'] as const) {
      const got = one[figure];
      const wanted = (other as unknown as Record<string, number>)[figure] ?? Number.NaN;
      const isNear = Math.abs(got - wanted) <= 1e-9 * Math.abs(wanted);
      assert.ok(Object.is(got, wanted) || isNear, `${figure}: ${got}, not ${wanted}`);
    }
    if (values.length > 0) {
      for (const at of [0.1, 25, 50, 90, 99, 99.99, 100]) {
        assert.equal(one.percentile(at), other.percentile(at), `percentile ${at}`);
      }
    }
    assert.deepEqual(one.percentiles, other.percentiles);
  });
}

test('histograms are added, and begin anew', () => {
  const [one, other] = [ours(), ours()];
  one.record(5);
  other.record(9n);
  one.add(other);
  assert.deepEqual([one.count, one.min, one.max], [2, 5, 9]);
  one.reset();
  assert.deepEqual([one.count, one.max, one.percentiles], [0, 0, real().percentiles]);
});

const refused: [name: string, act: (create: typeof real) => unknown][] = [
  ['a value of the wrong type', (create) => create().record('1' as never)],
  ['a value below 1', (create) => create().record(0)],
  ['a percentile of 0', (create) => create().percentile(0)],
  ['six figures', (create) => create({ figures: 6 })],
  ['a range too small', (create) => create({ lowest: 10, highest: 15 })],
  ['another histogram of the wrong type', (create) => create().add({} as never)],
];

for (const [name, act] of refused) {
  test(`refused as by Node: ${name}`, () => {
    const codeOf = (create: typeof real): unknown => {
      try {
        act(create);
        return 'accepted';
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    assert.equal(codeOf(ours as unknown as typeof real), codeOf(real));
  });
}
