/**
 * The script of every worker that runs a program. It stands ready until the kernel's `start`
 * arrives on the port that the spawner hands over.
 */
import type { ToThread } from '../kernel/protocol.ts';
import { nativePort } from '../node/internal/native-port.ts';
import type { System } from '../node/internal/system.ts';
import { BrowserEvents } from './browser-events.ts';
import { startThread } from './thread.ts';

const events = new BrowserEvents(self);

self.onmessage = (event) => {
  const [port] = event.ports;
  if (!port) throw new TypeError('The spawner sent no kernel port');
  self.onmessage = null;
  let system: System | undefined;
  nativePort.listen(port, 'message', ({ data, ports }: MessageEvent<ToThread>) => {
    if (data.type === 'start') system = startThread({ port, start: data, ports, events });
    else system?.receive(data);
  });
  nativePort.start(port);
  nativePort.post(port, { type: 'ready' });
};
