/** Runs before the thread's script where the engine is not V8. */
import { installBroadcastChannel } from './foreign/broadcast.ts';
import { installCloneWords } from './foreign/clone-words.ts';
import {
  createScopes,
  installDisposableStacks,
  installDisposal,
} from './foreign/disposable-globals.ts';
import { installForeignErrors } from './foreign/errors.ts';
import { installListenerErrors, installStreamIterator } from './foreign/platform.ts';
import { FOREIGN_ENGINE, type ForeignEngine } from './foreign-engine.ts';

if (self.location.protocol === 'data:') {
  installBroadcastChannel();
  installListenerErrors();
}
installDisposal();
installStreamIterator();
installCloneWords();
const errors = installForeignErrors();
installDisposableStacks(errors.adopt);
const engine: ForeignEngine = { ...errors, openScope: createScopes(errors.adopt) };
Object.defineProperty(globalThis, FOREIGN_ENGINE, { value: engine, configurable: true });
