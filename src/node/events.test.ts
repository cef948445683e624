/** Our `events` and Node's own, side by side: the same calls must tell the same story. */
import assert from 'node:assert/strict';
import type { EventEmitter, on, once } from 'node:events';
import * as real from 'node:events';
import { test } from 'node:test';
import * as ours from './events.ts';

type Emitter = EventEmitter;
interface Events {
  EventEmitter: typeof EventEmitter;
  once: typeof once;
  on: typeof on;
}
type Story = (events: Events, log: unknown[]) => unknown;

const both = [ours as unknown as Events, real as unknown as Events] as const;

function sameStory(name: string, story: Story): void {
  test(name, async () => {
    const [actual, expected] = await Promise.all(
      both.map(async (events) => {
        const log: unknown[] = [];
        try {
          await story(events, log);
        } catch (error) {
          const { code, message, name: kind } = error as Error & { code?: string };
          log.push({ code, message, kind });
        }
        return log;
      }),
    );
    assert.ok(expected && expected.length > 0, 'the story says something');
    assert.deepEqual(actual, expected);
  });
}

sameStory('listeners run in order; once runs once; prepend comes first', (events, log) => {
  const emitter = new events.EventEmitter();
  emitter.on('x', (value) => log.push(['on', value]));
  emitter.once('x', (value) => log.push(['once', value]));
  emitter.prependListener('x', (value) => log.push(['first', value]));
  log.push(emitter.emit('x', 1), emitter.emit('x', 2), emitter.emit('y'));
});

sameStory('an error without a listener is thrown, wrapped when it is no Error', (events) => {
  new events.EventEmitter().emit('error', 'text');
});

sameStory('newListener and removeListener are told', (events, log) => {
  const emitter = new events.EventEmitter();
  const listener = (): void => undefined;
  emitter.on('newListener', (name) => log.push(['new', name]));
  emitter.on('removeListener', (name) => log.push(['removed', name]));
  emitter.on('a', listener).once('b', listener);
  emitter.off('a', listener);
  emitter.emit('b');
  log.push(emitter.eventNames(), emitter.listenerCount('a'));
});

sameStory('a listener removed during emit still runs in that emit', (events, log) => {
  const emitter = new events.EventEmitter();
  const second = (): number => log.push('second');
  emitter.on('x', () => emitter.off('x', second));
  emitter.on('x', second);
  emitter.emit('x');
  emitter.emit('x');
});

sameStory('rawListeners shows the wrapper of once, listeners does not', (events, log) => {
  const emitter = new events.EventEmitter();
  const listener = (): void => undefined;
  emitter.once('x', listener);
  log.push(emitter.listeners('x')[0] === listener, emitter.rawListeners('x')[0] === listener);
});

sameStory('removeAllListeners tells removeListener in reverse order', (events, log) => {
  const emitter = new events.EventEmitter();
  for (const name of ['a', 'b'])
    emitter.on(
      'x',
      Object.assign(() => undefined, { tag: name }),
    );
  emitter.on('removeListener', (_, listener: { tag: string }) => log.push(listener.tag));
  emitter.removeAllListeners('x');
});

sameStory('a listener must be a function', (events) => {
  new events.EventEmitter().on('x', 5 as never);
});

sameStory('setMaxListeners wants a number that is not negative', (events) => {
  new events.EventEmitter().setMaxListeners(-1);
});

sameStory('errorMonitor sees an error and does not handle it', (events, log) => {
  const emitter = new events.EventEmitter();
  const { errorMonitor } = events.EventEmitter as unknown as { errorMonitor: symbol };
  emitter.on(errorMonitor, (error: Error) => log.push(error.message));
  emitter.emit('error', new Error('seen'));
});

sameStory('captureRejections routes a rejection to error', async (events, log) => {
  const emitter = new events.EventEmitter({ captureRejections: true });
  const routed = new Promise((resolve) => emitter.on('error', resolve));
  emitter.on('x', async () => {
    throw new Error('async');
  });
  emitter.emit('x');
  log.push(((await routed) as Error).message);
});

sameStory('EventEmitter can be called as a function on an object', (events, log) => {
  function Old(this: Emitter): void {
    events.EventEmitter.call(this);
  }
  Object.setPrototypeOf(Old.prototype, events.EventEmitter.prototype);
  const old = new (Old as unknown as new () => Emitter)();
  old.on('x', () => log.push('heard'));
  old.emit('x');
  log.push(old instanceof events.EventEmitter);
});

sameStory('once resolves with the arguments and rejects on error', async (events, log) => {
  const emitter = new events.EventEmitter();
  setImmediate(() => emitter.emit('x', 1, 2));
  log.push(await events.once(emitter, 'x'));
  setImmediate(() => emitter.emit('error', new Error('failed')));
  await events.once(emitter, 'x');
});

sameStory('once is aborted by its signal', async (events) => {
  await events.once(new events.EventEmitter(), 'x', { signal: AbortSignal.abort('why') });
});

sameStory('on iterates over events and ends with its close event', async (events, log) => {
  const emitter = new events.EventEmitter();
  setImmediate(() => {
    for (const value of [1, 2, 3]) emitter.emit('x', value);
    emitter.emit('end');
  });
  for await (const value of events.on(emitter, 'x', { close: ['end'] } as never)) log.push(value);
});

sameStory('on throws what the emitter emits as error', async (events, log) => {
  const emitter = new events.EventEmitter();
  setImmediate(() => {
    emitter.emit('x', 1);
    emitter.emit('error', new Error('stop'));
  });
  for await (const value of events.on(emitter, 'x')) log.push(value);
});
