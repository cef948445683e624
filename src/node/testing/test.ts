/**
 * `node:test`: tests, suites, hooks and mocks as a program that is run with `node file` meets them.
 * Follows the documentation of `node:test`, "Test runner". What belongs to `node --test` (files,
 * watching, coverage, other reporters) is declined: one program is run here at a time.
 */
import { AbortError, nodeError } from '../internal/errors.ts';
import { validateFunction } from '../internal/validators.ts';
import type { MockTracker } from './mock.ts';

export type Outcome = 'pass' | 'fail' | 'cancelled' | 'skipped' | 'todo';
export type Body = (context: unknown, done?: (error?: unknown) => void) => unknown;

export interface TestOptions {
  concurrency?: number | boolean | null;
  only?: boolean;
  plan?: number;
  signal?: AbortSignal;
  skip?: boolean | string;
  timeout?: number | null;
  todo?: boolean | string;
}

export interface Declared {
  name: string;
  options: TestOptions;
  body: Body;
}

export type HookName = 'before' | 'after' | 'beforeEach' | 'afterEach';

/** What tests need of the thread. */
export interface Runner {
  now(): number;
  later(action: () => void, milliseconds: number): () => void;
  /** A test or a suite has ended. */
  ended(test: Test): void;
  createMock(): MockTracker;
  /** Wraps a body, so that what it throws out of turn is told to its test. */
  within<T>(test: Test, action: () => T): T;
}

export class Test {
  readonly name: string;
  readonly parent: Test | undefined;
  readonly options: TestOptions;
  readonly isSuite: boolean;
  readonly place: string;
  readonly children: Test[] = [];
  readonly diagnostics: string[] = [];
  readonly hooks: Record<HookName, Body[]> = {
    before: [],
    after: [],
    beforeEach: [],
    afterEach: [],
  };
  readonly abort = new AbortController();
  outcome: Outcome | undefined;
  error: unknown;
  note = '';
  milliseconds = 0;
  planned: number | undefined;
  asserted = 0;
  readonly #runner: Runner;
  readonly #body: Body;
  #mock: MockTracker | undefined;
  #queue: Promise<void> = Promise.resolve();
  #hasRunBefore: Promise<void> | undefined;
  #failWith: ((error: unknown) => void) | undefined;
  readonly #end = Promise.withResolvers<void>();
  #declared: Promise<void> | undefined;

  constructor(
    runner: Runner,
    { name, options, body }: Declared,
    parent: Test | undefined,
    isSuite: boolean,
    place: string,
  ) {
    this.#runner = runner;
    this.#body = body;
    this.name = name;
    this.options = options;
    this.parent = parent;
    this.isSuite = isSuite;
    this.place = place;
    this.planned = options.plan;
    if (options.skip) this.skip(options.skip);
    if (options.todo) this.todo(options.todo);
  }

  get depth(): number {
    return this.parent ? this.parent.depth + 1 : -1;
  }

  get fullName(): string {
    return this.parent?.parent ? `${this.parent.fullName} > ${this.name}` : this.name;
  }

  get path(): string[] {
    return this.parent?.parent ? [...this.parent.path, this.parent.name] : [];
  }

  /** Is fulfilled when the test has ended, however it did. */
  get done(): Promise<void> {
    return this.#end.promise;
  }

  /** All that was added to this test has run. */
  get settled(): Promise<void> {
    return this.#queue;
  }

  get mock(): MockTracker {
    this.#mock ??= this.#runner.createMock();
    return this.#mock;
  }

  skip(why: boolean | string): void {
    this.outcome = 'skipped';
    this.note = typeof why === 'string' && why !== '' ? why : 'SKIP';
  }

  todo(why: boolean | string): void {
    this.outcome = 'todo';
    this.note = typeof why === 'string' && why !== '' ? why : 'TODO';
  }

  get isConcurrent(): boolean {
    const { concurrency } = this.options;
    return concurrency === true || (typeof concurrency === 'number' && concurrency > 1);
  }

  /**
   * Adds a test to this one. A suite runs its tests when its turn comes; a test, when those before
   * are done.
   */
  add(child: Test): Promise<void> {
    this.children.push(child);
    if (this.isSuite) return child.done;
    const before = this.isConcurrent ? Promise.resolve() : this.#queue;
    const done = before.then(() => child.run());
    this.#queue = Promise.all([this.#queue, done]).then(() => undefined);
    return done;
  }

  /** Something went wrong in the body's name after it had returned, or beside it. */
  fail(error: unknown): void {
    if (this.#failWith) this.#failWith(error);
    else if (this.error === undefined) this.error = error;
  }

  async run(): Promise<void> {
    const start = this.#runner.now();
    if (this.outcome !== 'skipped') await this.#perform();
    this.milliseconds = this.#runner.now() - start;
    const failed = this.children.filter((each) => each.outcome === 'fail').length;
    if (failed > 0 && this.error === undefined) {
      const message = `${failed} subtest${failed > 1 ? 's' : ''} failed`;
      this.error = Object.assign(nodeError('ERR_TEST_FAILURE', message), {
        failureType: 'subtestsFailed',
      });
    }
    this.outcome ??= this.error === undefined ? 'pass' : 'fail';
    this.#mock?.restoreAll();
    this.abort.abort();
    this.#runner.ended(this);
    this.#end.resolve();
  }

  /** Runs what `name` hooks there are, those of the outer tests first (`afterEach`: last). */
  async #runHooks(name: 'beforeEach' | 'afterEach'): Promise<void> {
    const chain: Test[] = [];
    for (let at = this.parent; at; at = at.parent) chain.unshift(at);
    if (name === 'afterEach') chain.reverse();
    for (const test of chain) {
      for (const hook of test.hooks[name]) await this.#call(hook, contextOf(this));
    }
  }

  /** Hooks of `before` run once, ahead of the first test or at the end where there is none. */
  runBefore(): Promise<void> {
    this.#hasRunBefore ??= (async () => {
      for (const hook of this.hooks.before) await this.#call(hook, contextOf(this));
    })();
    return this.#hasRunBefore;
  }

  async #perform(): Promise<void> {
    try {
      if (this.parent) await this.parent.runBefore();
      if (!this.isSuite) await this.#runHooks('beforeEach');
      if (this.isSuite) await this.#runSuite();
      else {
        await this.#withLimits(this.#call(this.#body, contextOf(this)));
        await this.#queue;
        this.#checkPlan();
      }
    } catch (error) {
      this.error ??= error ?? new Error('A test rejected without a reason');
    }
    if (!this.isSuite) await this.#try(() => this.#runHooks('afterEach'));
    for (const hook of this.hooks.after) await this.#try(() => this.#call(hook, contextOf(this)));
  }

  async #runSuite(): Promise<void> {
    await this.#declared;
    await this.runBefore();
    if (this.isConcurrent) await Promise.all(this.children.map((each) => each.run()));
    else for (const child of this.children) await child.run();
  }

  /** Runs a suite's body, which declares its tests, at once. */
  declare(): void {
    if (this.outcome === 'skipped') return;
    this.#declared = this.#call(this.#body, contextOf(this)).then(
      () => undefined,
      (error: unknown) => this.fail(error),
    );
  }

  async #try(action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.error ??= error;
    }
  }

  /** Calls a body: with a callback where it takes one beside the context. */
  #call(body: Body, context: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#failWith = reject;
      const act = (): unknown => {
        if (body.length < 2) return Reflect.apply(body, context, [context]);
        let isDone = false;
        const done = (error?: unknown): void => {
          if (isDone) {
            const message = 'callback invoked multiple times';
            return reject(Object.assign(nodeError('ERR_TEST_FAILURE', message)));
          }
          isDone = true;
          if (error) reject(error);
          else resolve(undefined);
        };
        const result = Reflect.apply(body, context, [context, done]);
        if (result instanceof Promise) {
          const message = 'passed a callback but also returned a Promise';
          throw nodeError('ERR_TEST_FAILURE', message);
        }
        return pending;
      };
      try {
        const result = this.#runner.within(this, act);
        if (result !== pending) resolve(result);
      } catch (error) {
        reject(error);
      }
    });
  }

  #withLimits(body: Promise<unknown>): Promise<unknown> {
    const { timeout, signal } = this.options;
    const isLimited = typeof timeout === 'number' && Number.isFinite(timeout);
    if (!isLimited && !signal) return body;
    return new Promise((resolve, reject) => {
      const stop = (error: unknown): void => {
        this.outcome = 'cancelled';
        this.abort.abort(error);
        reject(error);
      };
      const message = `test timed out after ${timeout}ms`;
      const off = isLimited
        ? this.#runner.later(() => stop(nodeError('ERR_TEST_FAILURE', message)), timeout)
        : () => undefined;
      const onAbort = (): void => stop(new AbortError(undefined, { cause: signal?.reason }));
      if (signal?.aborted) onAbort();
      else signal?.addEventListener('abort', onAbort, { once: true });
      body.then(resolve, reject).finally(() => {
        off();
        signal?.removeEventListener('abort', onAbort);
      });
    });
  }

  #checkPlan(): void {
    if (this.planned === undefined) return;
    const actual = this.asserted;
    if (actual === this.planned) return;
    const message = `plan expected ${this.planned} assertions but received ${actual}`;
    throw nodeError('ERR_TEST_FAILURE', message);
  }
}

const pending = Symbol('pending');
const contexts = new WeakMap<Test, unknown>();
let makeContext: (test: Test) => unknown = () => undefined;

export function contextOf(test: Test): unknown {
  if (!contexts.has(test)) contexts.set(test, makeContext(test));
  return contexts.get(test);
}

/** Says what bodies get as their context, once for the whole worker. */
export function provideContexts(how: (test: Test) => unknown): void {
  makeContext = how;
}

/** `(name?, options?, body?)`, in any of the ways that Node takes them. */
export function readArguments(args: readonly unknown[], more: TestOptions = {}): Declared {
  const body = args.find((each) => typeof each === 'function') as Body | undefined;
  const name = typeof args[0] === 'string' ? args[0] : '';
  const options = args.find((each) => each !== null && typeof each === 'object') as
    | TestOptions
    | undefined;
  const given = args.at(-1);
  if (args.length > 2 && given !== undefined) validateFunction(given, 'fn');
  return {
    name: name || body?.name || '<anonymous>',
    options: { ...options, ...more },
    body: body ?? (() => undefined),
  };
}
