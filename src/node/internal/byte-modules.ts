/** The built-in modules about bytes and streams of them: one list, for the composition root. */
import { createBufferModule } from '../buffer.ts';
import { StringDecoder } from '../string_decoder.ts';

export function createByteModules(): [string, object][] {
  return [
    ['buffer', createBufferModule()],
    ['string_decoder', { StringDecoder }],
  ];
}
