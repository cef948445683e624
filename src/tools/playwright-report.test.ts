import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tallyOfReport } from './playwright-report.ts';

const report = (statuses: readonly ('expected' | 'unexpected' | 'flaky')[]) => ({
  suites: [
    {
      suites: [
        {
          specs: statuses.map((status, index) => ({
            title: `does ${index}`,
            file: 'a.spec.ts',
            line: index + 1,
            tests: [
              {
                status,
                results:
                  status === 'expected'
                    ? [{}]
                    : [{ error: { message: '\x1b[31mlate\x1b[39m\nat x' } }],
              },
            ],
          })),
        },
      ],
    },
  ],
  stats: {
    expected: statuses.filter((status) => status === 'expected').length,
    unexpected: statuses.filter((status) => status === 'unexpected').length,
    flaky: statuses.filter((status) => status === 'flaky').length,
    skipped: 0,
  },
});

test('tallyOfReport() names what failed, with the first line of its message', () => {
  assert.deepEqual(tallyOfReport(report(['expected', 'unexpected'])), {
    passed: 1,
    failed: 1,
    skipped: 0,
    remarks: ['FAILED a.spec.ts:2 › does 1: late'],
  });
});

test('tallyOfReport() counts what passed when tried again as passed, and names it', () => {
  const { passed, failed, remarks } = tallyOfReport(report(['flaky']));
  assert.deepEqual({ passed, failed }, { passed: 1, failed: 0 });
  assert.deepEqual(remarks, ['unsteady a.spec.ts:1 › does 0: late']);
});

test('tallyOfReport() has no remarks when all passed at once', () => {
  assert.equal(tallyOfReport(report(['expected'])).remarks, undefined);
});
