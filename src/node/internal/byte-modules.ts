/** The built-in modules about bytes and streams of them: one list, for the composition root. */
import { createBufferModule } from '../buffer.ts';
import { createReadline } from '../readline.ts';
import * as consumers from '../stream/consumers.ts';
import { stream } from '../stream.ts';
import { StringDecoder } from '../string_decoder.ts';
import { createTty } from '../tty.ts';
import type { Thread } from './thread.ts';

export function createByteModules(thread: Thread): [string, object][] {
  const { readline, promises } = createReadline();
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

const webStream =
  /^(?:Readable|Writable|Transform|ByteLength|Count|Compression|Decompression|TextEncoder|TextDecoder)\w*(?:[sS]tream|Strategy|Controller|Reader|Writer|Request)$/;

/** The streams of the web, which are globals of browsers too. */
function webStreams(): object {
  const names = Object.getOwnPropertyNames(globalThis).filter((name) => webStream.test(name));
  return Object.fromEntries(names.map((name) => [name, Reflect.get(globalThis, name) as unknown]));
}
