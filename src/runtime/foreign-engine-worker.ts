/** Runs before the thread's script where the engine is not V8. */
import { installBroadcastChannel } from './foreign/broadcast.ts';
import { installCloneWords } from './foreign/clone-words.ts';
import { installForeignErrors } from './foreign/errors.ts';
import {
  installDisposeSymbols,
  installListenerErrors,
  installStreamIterator,
} from './foreign/platform.ts';
import { FOREIGN_ENGINE } from './foreign-engine.ts';

if (self.location.protocol === 'data:') {
  installBroadcastChannel();
  installListenerErrors();
}
installDisposeSymbols();
installStreamIterator();
installCloneWords();
Object.defineProperty(globalThis, FOREIGN_ENGINE, {
  value: installForeignErrors(),
  configurable: true,
});
