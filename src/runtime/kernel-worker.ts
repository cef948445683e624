/** The script of the kernel's worker: gives the kernel its ports and its clock. */
import { Kernel } from '../kernel/kernel.ts';
import type { Port } from '../kernel/port.ts';
import type { FromHost, FromSpawner, ToHost, ToSpawner } from '../kernel/protocol.ts';

self.onmessage = (event) => {
  const [host, spawner] = event.ports;
  if (!host || !spawner)
    throw new TypeError('The kernel needs a port to the host and to the spawner');
  self.onmessage = null;
  const { spares } = event.data as { spares: number };
  new Kernel({
    host: host as unknown as Port<FromHost, ToHost>,
    spawner: spawner as unknown as Port<FromSpawner, ToSpawner>,
    spares,
    now: Date.now,
    clock: () => performance.timeOrigin + performance.now(),
    later: (action, milliseconds) => setTimeout(action, milliseconds),
    channel: () => {
      const { port1, port2 } = new MessageChannel();
      return [port1 as unknown as Port<never, unknown>, port2 as unknown as Port<never, unknown>];
    },
  });
};
