/**
 * `node:test` of one thread: the functions that declare tests, the root of their tree, and the report
 * at the end. `testing/test.ts` runs a test, `testing/mock.ts` is `mock`.
 */
import type { createAsyncHooks } from './async_hooks.ts';
import { nodeError, notImplemented } from './internal/errors.ts';
import { inspect } from './internal/inspect.ts';
import type { Thread } from './internal/thread.ts';
import type { Process } from './process.ts';
import { MockTracker } from './testing/mock.ts';
import { type Counts, SpecReport } from './testing/spec-report.ts';
import {
  type Body,
  contextOf,
  type HookName,
  provideContexts,
  type Runner,
  readArguments,
  Test,
  type TestOptions,
} from './testing/test.ts';
import type { Timers } from './timers.ts';

export interface TestModuleOptions {
  thread: Thread;
  process: Process;
  timers: Timers;
  assert: Record<string, unknown>;
  AsyncLocalStorage: ReturnType<typeof createAsyncHooks>['AsyncLocalStorage'];
}

const hookNames = ['before', 'after', 'beforeEach', 'afterEach'] as const;
const variants = ['skip', 'todo', 'only'] as const;

export function createTest(options: TestModuleOptions): object {
  const { thread, process, timers, assert, AsyncLocalStorage } = options;
  const current = new AsyncLocalStorage<Test>();
  const report = new SpecReport((text) => process._print(1, text));
  const counts: Counts = {
    tests: 0,
    suites: 0,
    pass: 0,
    fail: 0,
    cancelled: 0,
    skipped: 0,
    todo: 0,
  };
  let begun: number | undefined;
  let isOver = false;

  const runner: Runner = {
    now: () => thread.now(),
    later: (action, milliseconds) => {
      const timer = timers.setTimeout(action, milliseconds);
      return () => timers.clearTimeout(timer);
    },
    ended,
    createMock: () => new MockTracker(),
    within: (test, action) => current.run(test, action),
  };
  const root = new Test(runner, readArguments(['<root>']), undefined, false, '');

  function ended(test: Test): void {
    const { isSuite, depth, path, name, milliseconds, error, note, diagnostics, place } = test;
    const outcome = test.outcome ?? 'pass';
    if (isSuite) counts.suites++;
    else {
      counts.tests++;
      counts[outcome]++;
    }
    if (outcome === 'fail' || outcome === 'cancelled') process.exitCode = 1;
    const isByChildren = (error as { failureType?: string })?.failureType === 'subtestsFailed';
    const base = { name, depth, milliseconds, note, diagnostics, place, outcome };
    const hasChildren = test.children.length > 0;
    report.add({ ...base, hasChildren, error: isByChildren ? undefined : error }, path);
  }

  /** The first test makes the module see to the report; an error out of turn fails a test. */
  function begin(): void {
    if (begun !== undefined) return;
    begun = thread.now();
    process.on('uncaughtException', blame);
    process.on('unhandledRejection', blame);
    process.on('beforeExit', () => void finish());
    process.on('exit', () => {
      if (!isOver) endEarly();
    });
  }

  function blame(error: unknown): void {
    const test = current.getStore();
    if (test && !test.outcome) return test.fail(error);
    const what = error instanceof Error ? String(error) : inspect(error);
    process._print(
      1,
      `ℹ Error: A resource generated asynchronous activity after the test ended. This activity created the error "${what}" which triggered an uncaughtException event, caught by the test runner.\n`,
    );
    process.exitCode = 1;
  }

  async function finish(): Promise<void> {
    if (isOver) return;
    isOver = true;
    await cancelPending(root);
    for (const hook of root.hooks.after) {
      try {
        await hook(contextOf(root));
      } catch (error) {
        blame(error);
      }
    }
    report.end(counts, thread.now() - (begun ?? 0));
  }

  function endEarly(): void {
    isOver = true;
    for (const test of openOnes(root)) cancel(test);
    report.end(counts, thread.now() - (begun ?? 0));
  }

  async function cancelPending(test: Test): Promise<void> {
    for (const each of openOnes(test)) cancel(each);
  }

  function cancel(test: Test): void {
    const message = 'Promise resolution is still pending but the event loop has already resolved';
    test.outcome = 'cancelled';
    test.error = Object.assign(nodeError('ERR_TEST_FAILURE', message), {
      failureType: 'cancelledByParent',
    });
    ended(test);
  }

  function openOnes(test: Test): Test[] {
    return test.children.flatMap((each) =>
      each.outcome === undefined ? [...openOnes(each), each] : [],
    );
  }

  function declare(
    args: readonly unknown[],
    isSuite: boolean,
    more: TestOptions = {},
    given?: Test,
  ): Promise<void> {
    begin();
    const parent = given ?? current.getStore() ?? root;
    const declared = readArguments(args, more);
    const test = new Test(runner, declared, parent, isSuite || false, placeOfCaller(process.cwd()));
    if (isSuite) test.declare();
    return parent.add(test).then(() => undefined);
  }

  function kind(name: string, isSuite: boolean) {
    const start = (...args: unknown[]): Promise<void> => declare(args, isSuite);
    Object.defineProperty(start, 'name', { value: name });
    const others = variants.map((variant) => [
      variant,
      (...args: unknown[]) => declare(args, isSuite, { [variant]: true }),
    ]);
    return Object.assign(start, Object.fromEntries(others) as Record<string, typeof start>);
  }

  const addHook =
    (name: HookName, given?: Test) =>
    (hook: Body): void => {
      begin();
      (given ?? current.getStore() ?? root).hooks[name].push(hook);
    };

  /** Node's `TestContext` and `SuiteContext`. */
  class TestContext {
    readonly #test: Test;
    readonly assert: Record<string, unknown>;

    constructor(test: Test) {
      this.#test = test;
      this.assert = countingAssert(assert, test);
      for (const name of hookNames) {
        Object.defineProperty(this, name, { value: addHook(name, test) });
      }
    }

    get name(): string {
      return this.#test.name;
    }

    get fullName(): string {
      return this.#test.fullName;
    }

    get signal(): AbortSignal {
      return this.#test.abort.signal;
    }

    get mock(): MockTracker {
      return this.#test.mock;
    }

    get error(): unknown {
      return this.#test.error;
    }

    get passed(): boolean {
      return this.#test.outcome === 'pass' || this.#test.error === undefined;
    }

    diagnostic(message: string): void {
      this.#test.diagnostics.push(message);
    }

    plan(count: number): void {
      this.#test.planned = count;
    }

    runOnly(): never {
      throw notImplemented('TestContext.runOnly', 'tests are chosen by `node --test`');
    }

    skip(message?: string): void {
      this.#test.skip(message ?? true);
    }

    todo(message?: string): void {
      this.#test.todo(message ?? true);
    }

    test(...args: unknown[]): Promise<void> {
      this.#test.asserted++;
      return declare(args, false, {}, this.#test);
    }

    async waitFor(condition: () => unknown, limits: { interval?: number; timeout?: number } = {}) {
      const { interval = 50, timeout = 1000 } = limits;
      const end = thread.now() + timeout;
      for (;;) {
        try {
          return await condition();
        } catch (error) {
          if (thread.now() >= end) {
            throw new Error('waitFor() timed out', { cause: error });
          }
        }
        await new Promise((resolve) => timers.setTimeout(resolve, interval));
      }
    }
  }
  provideContexts((test) => new TestContext(test));

  const test = kind('test', false);
  const suite = kind('suite', true);
  const declined = (name: string, why: string) => (): never => {
    throw notImplemented(name, why);
  };
  const all = {
    ...Object.fromEntries(hookNames.map((name) => [name, addHook(name)])),
    describe: suite,
    it: test,
    suite,
    test,
    mock: new MockTracker(),
    getTestContext: () => {
      const running = current.getStore();
      return running && contextOf(running);
    },
    assert: { register: declined('test.assert.register', 'not written yet') },
  };
  return Object.assign(test, all);
}

/** Where the program declares a test, as the report shows it: relative to the working directory. */
function placeOfCaller(cwd: string): string {
  const stack = String(new Error().stack);
  const place = /(?:file:\/\/)?(\/[^\s()]+:\d+:\d+)/.exec(stack)?.[1] ?? '';
  return place.startsWith(`${cwd}/`) ? place.slice(cwd.length + 1) : place;
}

/** `t.assert`: counts for `t.plan`. */
function countingAssert(assert: Record<string, unknown>, test: Test): Record<string, unknown> {
  const counted = Object.entries(assert).filter(
    ([name, value]) => typeof value === 'function' && /^[a-z]/.test(name) && name !== 'strict',
  );
  return Object.fromEntries(
    counted.map(([name, value]) => [
      name,
      (...args: unknown[]): unknown => {
        test.asserted++;
        return Reflect.apply(value as () => unknown, assert, args);
      },
    ]),
  );
}
