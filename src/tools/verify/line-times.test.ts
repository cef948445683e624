import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Execution } from './execute.ts';
import { lineTimes } from './line-times.ts';

const execution = (stdout: string, arrivals?: [number, number][]): Execution => ({
  stdout,
  stderr: '',
  exitCode: 0,
  seconds: 1,
  stopped: false,
  ...(arrivals && {
    arrivals: arrivals.map(([milliseconds, length]) => ({ milliseconds, length })),
  }),
});

test('lineTimes() gives a line the time of the chunk that ends it', () => {
  const cases: [string, [number, number][], number[]][] = [
    ['a\nb\n', [[1.4, 4]], [1, 1]],
    [
      'a\nb\n',
      [
        [1, 2],
        [9, 4],
      ],
      [1, 9],
    ],
    [
      'ab\n\nc',
      [
        [1, 1],
        [5, 4],
        [8, 5],
      ],
      [5, 5, 8],
    ],
    ['', [], []],
  ];
  for (const [stdout, arrivals, times] of cases) {
    assert.deepEqual(lineTimes(execution(stdout, arrivals)), times);
  }
});

test('lineTimes() says nothing where nobody watched', () => {
  assert.equal(lineTimes(execution('a\n')), undefined);
});
