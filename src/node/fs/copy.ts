/** The two forms of `fs.cp`: at once, and step by step, where a filter may take its time. */
import { describeReceived, nodeError } from '../internal/errors.ts';
import { isPromise } from '../internal/types.ts';
import type { Calls } from './calls.ts';
import {
  type Copy,
  type CopySteps,
  CopyTree,
  complainLater,
  complainSync,
  toCopy,
} from './copy-tree.ts';
import type { Later } from './file-handle.ts';

export function createCopy(calls: Calls, later: Later) {
  async function follow({ source, target, options }: Copy): Promise<void> {
    const steps = new CopyTree(calls, options, complainLater).steps(source, target);
    let step = await later(() => () => steps.next());
    while (!step.done) {
      const isWanted = Boolean(await step.value);
      step = await later(() => () => steps.next(isWanted));
    }
  }

  return {
    /** Checks its arguments at once. */
    start: (source?: unknown, target?: unknown, options?: unknown): Promise<void> =>
      follow(toCopy(source, target, options)),
    async cpLater(source: unknown, target: unknown, options?: unknown): Promise<void> {
      await follow(toCopy(source, target, options));
    },
    cpSync(source: unknown, target: unknown, given?: unknown): void {
      const copy = toCopy(source, target, given);
      finish(new CopyTree(calls, copy.options, complainSync).steps(copy.source, copy.target));
    },
  };
}

function finish(steps: CopySteps): void {
  let step = steps.next();
  while (!step.done) {
    if (isPromise(step.value)) throw promiseReturned(step.value);
    step = steps.next(Boolean(step.value));
  }
}

function promiseReturned(value: unknown): Error {
  const got = describeReceived(value).replace(' Received ', '');
  const message = `Expected boolean to be returned from the "filter" function but got ${got}.`;
  return nodeError('ERR_INVALID_RETURN_VALUE', message, TypeError);
}
