/**
 * The script of every worker that runs a program. It stands ready until the kernel's `start`
 * arrives on the port that the spawner hands over.
 */
import type { FromThread, ToThread } from '../kernel/protocol.ts';
import { nativePort } from '../node/internal/native-port.ts';
import type { System } from '../node/internal/system.ts';
import { BrowserEvents } from './browser-events.ts';
import { foreignEngine } from './foreign-engine.ts';
import { removeBrowserGlobals } from './globals.ts';
import { StartGate } from './start-gate.ts';
import { startThread } from './thread.ts';

const events = new BrowserEvents(self);

self.onmessage = (event) => {
  const [port] = event.ports;
  if (!port) throw new TypeError('The spawner sent no kernel port');
  self.onmessage = null;
  const post = (message: FromThread): void => nativePort.post(port, message);
  let system: System | undefined;
  const receive = (data: ToThread, ports: readonly MessagePort[]): void => {
    if (data.type === 'start') system = startThread({ port, start: data, ports, events });
    else system?.receive(data, ports);
  };
  const gate = new StartGate(receive, foreignEngine && (() => post({ type: 'ping' })));
  nativePort.listen(port, 'message', ({ data, ports }: MessageEvent<ToThread>) =>
    gate.pass(data, ports),
  );
  nativePort.start(port);
  removeBrowserGlobals();
  post({ type: 'ready' });
};
