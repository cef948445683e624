/** Our `querystring` and `diagnostics_channel`, each beside Node's own. */
import assert from 'node:assert/strict';
import realChannels from 'node:diagnostics_channel';
import real from 'node:querystring';
import { test } from 'node:test';
import { createDiagnosticsChannel } from './diagnostics_channel.ts';
import { querystring } from './querystring.ts';

for (const text of [
  'a=1&b=2',
  'a=1&a=2&a=3',
  'a',
  '=x',
  '&&a=b&',
  'a=b=c',
  'a+b=c%20d',
  '%zz=%E4%F6',
  'x=%',
  '__proto__=1',
  '',
]) {
  test(`parse ${text}`, () => assert.deepEqual(querystring.parse(text), real.parse(text)));
}
test('parse with other separators', () =>
  assert.deepEqual(querystring.parse('a:1;b:2', ';', ':'), real.parse('a:1;b:2', ';', ':')));
for (const value of [
  { a: 1, b: ['x', 'y z'], c: true, d: null, e: undefined, f: {}, g: 1n, h: Number.NaN, 'ä&': '=' },
  {},
  null,
  'text',
]) {
  test(`stringify ${String(value)}`, () =>
    assert.equal(querystring.stringify(value), real.stringify(value as never)));
}

type Channels = typeof realChannels;
async function tell(channels: Channels): Promise<unknown[]> {
  const log: unknown[] = [];
  const hear = (message: unknown, name: string | symbol) =>
    log.push([name, structuredClone(message)]);
  log.push(channels.hasSubscribers('one'));
  channels.subscribe('one', hear);
  const one = channels.channel('one');
  one.publish({ n: 1 });
  log.push(
    one.hasSubscribers,
    channels.unsubscribe('one', hear),
    channels.unsubscribe('one', hear),
  );
  const tracing = channels.tracingChannel('job');
  const handlers = {
    start: hear,
    end: hear,
    asyncStart: hear,
    asyncEnd: hear,
    error: hear,
  } as never;
  tracing.subscribe(handlers);
  log.push(tracing.traceSync((a: number) => a * 2, { id: 1 }, null, 4));
  try {
    tracing.traceSync(
      () => {
        throw new RangeError('no');
      },
      { id: 2 },
    );
  } catch (error) {
    log.push(String(error));
  }
  log.push(await tracing.tracePromise(async () => 'later', { id: 3 }));
  tracing.traceCallback(
    (done: (e: null, v: string) => void) => done(null, 'called'),
    0,
    { id: 4 },
    null,
    (_: null, v: string) => log.push(v),
  );
  tracing.unsubscribe(handlers);
  return log;
}
test("diagnostics channels tell what Node's tell", async () => {
  const ours = createDiagnosticsChannel({ report: () => undefined }) as unknown as Channels;
  assert.deepEqual(await tell(ours), await tell(realChannels));
  assert.deepEqual(
    Object.keys(realChannels).filter((name) => !(name in ours)),
    [],
  );
});
