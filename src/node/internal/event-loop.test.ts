/** The loop, turned by hand with a clock that stands still. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventLoop, type LoopTimer } from './event-loop.ts';

function setUp() {
  let now = 0;
  let posted = 0;
  const sleeps: number[] = [];
  const loop = new EventLoop({
    now: () => now,
    post: () => {
      posted++;
    },
    sleep: (milliseconds) => sleeps.push(milliseconds),
  });
  const log: string[] = [];
  const timer = (name: string, delay: number): LoopTimer => {
    const entry: LoopTimer = {
      due: 0,
      sequence: 0,
      isReferenced: true,
      isActive: false,
      fire: () => log.push(name),
    };
    loop.addTimer(entry, delay);
    return entry;
  };
  const immediate = (name: string): void =>
    loop.addImmediate({ isReferenced: true, isActive: true, fire: () => log.push(name) });
  /** Turns as long as the loop asks for it. */
  const settle = (): void => {
    for (; posted > 0; posted--) loop.turn();
  };
  return { loop, log, sleeps, timer, immediate, settle, pass: (ms: number) => (now += ms) };
}

test('timers fire by due time, then by age', () => {
  const { log, timer, settle, pass, loop } = setUp();
  timer('b', 20);
  timer('a', 10);
  timer('c', 20);
  pass(30);
  loop.turn();
  settle();
  assert.deepEqual(log, ['a', 'b', 'c']);
});

test('after I/O come immediates, before timers that are due', () => {
  const { log, loop, timer, immediate, settle, pass } = setUp();
  timer('timer', 1);
  pass(5);
  loop.dispatch(() => immediate('immediate'));
  settle();
  assert.deepEqual(log, ['immediate', 'timer']);
});

test('a phase that takes long fires what has become due meanwhile, before immediates', () => {
  const { loop, log, timer, immediate, settle, pass } = setUp();
  const first = timer('first', 5);
  first.fire = () => {
    log.push('first');
    immediate('immediate');
    timer('set by the phase', 1);
    pass(10);
  };
  timer('second', 6);
  pass(5);
  loop.turn();
  settle();
  assert.deepEqual(log, ['first', 'second', 'immediate', 'set by the phase']);
});

test('the browser gets a turn for what is posted before immediates run', () => {
  const { loop, log, immediate } = setUp();
  loop.dispatch(() => immediate('immediate'));
  loop.turn();
  loop.dispatch(() => log.push('message'));
  loop.turn();
  assert.deepEqual(log, ['message', 'immediate']);
});

test('ticks run after the callback that queued them, and before the next callback', () => {
  const { log, loop, immediate, settle } = setUp();
  loop.dispatch(() => {
    immediate('immediate');
    loop.tick(() => {
      log.push('tick');
      loop.tick(() => log.push('tick of tick'));
    });
    log.push('callback');
  });
  settle();
  assert.deepEqual(log, ['callback', 'tick', 'tick of tick', 'immediate']);
});

test('the loop is idle when nothing referenced is left, and not before', () => {
  const { loop, settle } = setUp();
  let idle = 0;
  loop.onIdle = () => {
    idle++;
    loop.stop();
  };
  loop.ref();
  loop.dispatch(() => undefined);
  settle();
  assert.equal(idle, 0);
  loop.unref();
  settle();
  assert.equal(idle, 1);
});

test('an unreferenced timer does not keep the loop alive', () => {
  const { loop, timer, settle } = setUp();
  let idle = 0;
  loop.onIdle = () => {
    idle++;
    loop.stop();
  };
  const entry = timer('never', 1000);
  loop.setTimerReferenced(entry, false);
  loop.dispatch(() => undefined);
  settle();
  assert.equal(idle, 1);
});

test('a timer that does not count fires in a round that something else has begun, and begins none', () => {
  const { log, loop, timer, immediate, settle, pass } = setUp();
  loop.onIdle = () => {
    if (log.includes('last')) return loop.stop();
    log.push('idle');
    immediate('last');
  };
  loop.dispatch(() => loop.setTimerReferenced(timer('alone', 1), false));
  pass(5);
  settle();
  assert.deepEqual(log, ['idle', 'alone', 'last']);
});

test('a cleared timer does not fire, and the sleep is for the next one', () => {
  const { loop, log, sleeps, timer, settle, pass } = setUp();
  const first = timer('first', 10);
  timer('second', 50);
  loop.clearTimer(first);
  loop.dispatch(() => undefined);
  assert.equal(sleeps.at(-1), 50);
  pass(60);
  loop.turn();
  settle();
  assert.deepEqual(log, ['second']);
});

test('what a callback throws goes to onError, and the loop goes on', () => {
  const { loop, log, immediate, settle } = setUp();
  const errors: unknown[] = [];
  loop.onError = (error) => errors.push(error);
  immediate('after');
  loop.dispatch(() => {
    throw new Error('lost');
  });
  settle();
  assert.equal((errors[0] as Error).message, 'lost');
  assert.deepEqual(log, ['after']);
});

test('unref without ref is a defect and throws', () => {
  assert.throws(() => setUp().loop.unref(), /nothing is referenced/);
});

test('closings run after the immediates of their round, the last first, and keep the loop alive', () => {
  const { loop, log, immediate, settle } = setUp();
  loop.dispatch(() => {
    loop.addClosing(() => {
      log.push('first');
      loop.addClosing(() => log.push('next round'));
    });
    loop.addClosing(() => log.push('second'));
    loop.addClosing(() => log.push('last'), { isLast: true });
    immediate('immediate');
  });
  assert.equal(loop.isAlive, true);
  settle();
  assert.deepEqual(log, ['immediate', 'second', 'first', 'last', 'next round']);
  assert.equal(loop.isAlive, false);
});

test('a closing that is not referenced runs only while something else keeps the loop alive', () => {
  const { loop, log, settle, immediate } = setUp();
  let idle = 0;
  loop.onIdle = () => {
    if (++idle === 1) immediate('revived');
    else loop.stop();
  };
  loop.dispatch(() => loop.addClosing(() => log.push('closed'), { isReferenced: false }));
  settle();
  assert.deepEqual([log, idle], [['revived'], 2]);
  const other = setUp();
  other.loop.ref();
  other.loop.dispatch(() =>
    other.loop.addClosing(() => other.log.push('closed'), { isReferenced: false }),
  );
  other.settle();
  assert.deepEqual(other.log, ['closed']);
});
