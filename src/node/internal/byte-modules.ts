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
    ['string_decoder', { StringDecoder }],
    ['tty', createTty(thread)],
  ];
}
