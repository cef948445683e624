/** When ports close whose other ends a thread held that was ended from outside; objects stand for ports. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ToThread } from '../../kernel/protocol.ts';
import { type Held, PortHolders } from './port-holders.ts';
import type { System } from './system.ts';

const OWN = 1;

function setUp() {
  const asked: number[] = [];
  const orphans: string[] = [];
  const delivered: (() => void)[] = [];
  let references = 0;
  let tell: (message: ToThread) => void = () => undefined;
  const system = {
    post: (message) => message.type === 'watch-thread' && asked.push(message.tid),
    on: (_type, handler) => {
      tell = handler as typeof tell;
      return () => undefined;
    },
  } as Pick<System, 'post' | 'on'>;
  const holders = new PortHolders<Held & { name: string }>({
    own: OWN,
    loop: { ref: () => references++, unref: () => references-- },
    system,
    read: (port) => port,
    afterDelivery: (action) => delivered.push(action),
    orphan: ({ name }) => orphans.push(name),
  });
  const port = (name: string) => ({ name, holder: null, heard: 0 });
  /** The kernel says that the thread is gone, which is asked again when all has been delivered. */
  const gone = (tid: number): void => {
    tell({ type: 'thread-gone', tid });
    for (const action of delivered.splice(0)) action();
  };
  return { holders, asked, orphans, port, gone, references: () => references };
}

test('the kernel is asked once for each thread, and never for this one or an unknown one', () => {
  const { holders, asked, port } = setUp();
  for (const [name, holder] of [
    ['a', 2],
    ['b', 2],
    ['c', 3],
    ['d', OWN],
    ['e', null],
  ] as const) {
    const each = port(name);
    holders.set(each, each, holder);
  }
  assert.deepEqual(asked, [2, 3]);
});

test('a port closes when a second answer finds nothing new at it, and keeps the thread until then', () => {
  const { holders, asked, orphans, port, gone, references } = setUp();
  const [talked, silent] = [port('talked'), port('silent')];
  for (const each of [talked, silent]) holders.set(each, each, 2);
  gone(2);
  assert.equal(references(), 1);
  talked.heard = 5;
  gone(2);
  assert.deepEqual([orphans, references()], [['silent'], 1]);
  gone(2);
  assert.deepEqual([orphans, references()], [['silent', 'talked'], 0]);
  assert.deepEqual(asked, [2, 2, 2]);
});

test('a port that has a new holder by then stays open', () => {
  const { holders, asked, orphans, port, gone, references } = setUp();
  const moved = port('moved');
  holders.set(moved, moved, 2);
  gone(2);
  holders.set(moved, moved, 3);
  gone(2);
  assert.deepEqual([orphans, references(), asked], [[], 0, [2, 2, 3]]);
  gone(3);
  gone(3);
  assert.deepEqual(orphans, ['moved']);
});

test('a port that was closed or handed on is forgotten', () => {
  const { holders, orphans, port, gone, references } = setUp();
  const closed = port('closed');
  holders.set(closed, closed, 2);
  holders.forget(closed, closed);
  gone(2);
  gone(2);
  assert.deepEqual([orphans, references()], [[], 0]);
});
