/** The built-in modules about bytes and streams of them: one list, for the composition root. */
import { apply } from '../../shared/intrinsics.ts';
import { createBufferModule } from '../buffer.ts';
import { createReadline } from '../readline.ts';
import * as consumers from '../stream/consumers.ts';
import { stream } from '../stream.ts';
import { StringDecoder } from '../string_decoder.ts';
import { createTty } from '../tty.ts';
import type { AsyncContext } from './async-context.ts';
import type { Thread } from './thread.ts';

export function createByteModules(thread: Thread): [string, object][] {
  const { readline, promises } = createReadline();
  keepContext(stream, thread.context);
  return [
    ['buffer', createBufferModule()],
    ['readline', readline],
    ['readline/promises', promises],
    ['stream', stream],
    ['stream/consumers', { ...consumers }],
    ['stream/promises', stream.promises],
    ['stream/web', webStreams()],
    ['string_decoder', { StringDecoder }],
    ['tty', createTty(thread)],
  ];
}

type Finished = (this: unknown, ...args: unknown[]) => unknown;

/** The callback of `finished` runs in the context of the call, as in Node: the stream ends in another. */
function keepContext(exports: object, context: AsyncContext): void {
  const finished = Reflect.get(exports, 'finished') as Finished;
  const eos = function (this: unknown, ...args: unknown[]): unknown {
    const last = args.findLastIndex((each) => typeof each === 'function');
    if (last > 0) args[last] = context.bind(args[last] as () => unknown);
    return apply(finished, this, args);
  };
  Object.defineProperties(eos, Object.getOwnPropertyDescriptors(finished));
  Object.assign(exports, { finished: eos });
}

const webStream =
  /^(?:Readable|Writable|Transform|ByteLength|Count|Compression|Decompression|TextEncoder|TextDecoder)\w*(?:[sS]tream|Strategy|Controller|Reader|Writer|Request)$/;

/** The streams of the web, which are globals of browsers too. */
function webStreams(): object {
  const names = Object.getOwnPropertyNames(globalThis).filter((name) => webStream.test(name));
  return Object.fromEntries(names.map((name) => [name, Reflect.get(globalThis, name) as unknown]));
}
