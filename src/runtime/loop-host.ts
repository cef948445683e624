/** The browser's side of the event loop: tasks by a message channel, sleeps by a native timer. */
import type { LoopHost } from '../node/internal/event-loop.ts';
import { nativePort } from '../node/internal/native-port.ts';
import { apply, ceil } from '../shared/intrinsics.ts';

const { setTimeout, clearTimeout, performance } = globalThis;
const { now: readNow } = performance;
const readClock = (): number => apply(readNow, performance, []);

interface Started {
  host: LoopHost;
  /** When it was made, in milliseconds of the browser's clock. */
  origin: number;
  /** Milliseconds since then. */
  now: () => number;
}

/** @param turn runs one turn of the loop */
export function createLoopHost(turn: () => void): Started {
  const origin = readClock();
  const now = (): number => readClock() - origin;
  const { port1, port2 } = new MessageChannel();
  nativePort.listen(port2, 'message', turn);
  nativePort.start(port2);
  const post = (): void => nativePort.post(port1, 0);
  let sleeping: ReturnType<typeof setTimeout> | undefined;
  return {
    origin,
    now,
    host: {
      now,
      post,
      sleep(milliseconds) {
        clearTimeout(sleeping);
        sleeping = setTimeout(post, ceil(milliseconds));
      },
    },
  };
}
