/** The options of `npm run verify`. */
import { parseArgs } from 'node:util';

export interface Options {
  /** `model/slug` or `model`. */
  only?: string;
  /** Absent: as few as tell, and as many as a recording stands for when recording. */
  runs?: number;
  timeout: number;
  parallel: number;
  record: boolean;
  recordGiven: boolean;
  givenRuns: number;
  givenTimeout: number;
}

export const usage = `npm run verify -- [options]
  --only <model/slug>   one pattern, or all of a model
  --runs <n>            runs of each program on each runtime (3 when recording; otherwise one
                        under each start method, and up to two more where chance or time decides)
  --timeout <seconds>   after which a run is stopped and fails (30)
  --parallel <n>        runs at a time (2)
  --record              write main.py.out, main.ts.out and outputs.json of what holds
  --record-given        write given.py.runs.json
  --given-runs <n>      runs of each given.py under each start method (20)
  --given-timeout <s>   after which a given.py is stopped (30)
INTERLEAVE_PYTHON names the Pythons to use instead of searching for them.`;

/** @throws {Error} naming the option that is not understood */
export function parseOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      runs: { type: 'string' },
      timeout: { type: 'string', default: '30' },
      parallel: { type: 'string', default: '2' },
      record: { type: 'boolean', default: false },
      'record-given': { type: 'boolean', default: false },
      'given-runs': { type: 'string', default: '20' },
      'given-timeout': { type: 'string', default: '30' },
    },
  });
  return {
    ...(values.only !== undefined && { only: values.only }),
    ...(values.runs !== undefined && { runs: count('--runs', values.runs) }),
    timeout: count('--timeout', values.timeout),
    parallel: count('--parallel', values.parallel),
    record: values.record,
    recordGiven: values['record-given'],
    givenRuns: count('--given-runs', values['given-runs']),
    givenTimeout: count('--given-timeout', values['given-timeout']),
  };
}

function count(option: string, value: string): number {
  if (/^[1-9]\d*$/.test(value)) return Number(value);
  throw new Error(`${option} takes a whole number from 1 on: current value is "${value}".`);
}
