/**
 * `MessageEvent` that refuses in Node's words what is no port. The constructor is the browser's,
 * behind a proxy: events of any origin stay instances of it.
 */
import { inspect } from '../node/internal/inspect.ts';

export function checkMessageEvents(): void {
  const { prototype } = MessageEvent;
  const Checked = new Proxy(MessageEvent, {
    construct(Native, args: [string, MessageEventInit?], target) {
      const [, init] = args;
      if (init) check(init);
      return Reflect.construct(Native, args, target) as MessageEvent;
    },
  });
  for (const [holder, name] of [
    [globalThis, 'MessageEvent'],
    [prototype, 'constructor'],
  ] as const) {
    Object.defineProperty(holder, name, { value: Checked, writable: true, configurable: true });
  }
}

function check({ source, ports }: { source?: unknown; ports?: unknown }): void {
  if (source !== undefined && source !== null) checkPort(source, 'source');
  if (ports === undefined) return;
  if (typeof ports !== 'object' || ports === null || !(Symbol.iterator in ports)) {
    throw new TypeError(
      `MessageEvent constructor: eventInitDict.ports (${show(ports)}) is not iterable.`,
    );
  }
  for (const [index, port] of [...(ports as Iterable<unknown>)].entries()) {
    checkPort(port, `ports[${index}]`);
  }
}

function checkPort(value: unknown, name: string): void {
  if (value instanceof MessagePort) return;
  throw new TypeError(
    `MessageEvent constructor: Expected eventInitDict.${name} ("${show(value)}") to be an instance of MessagePort.`,
  );
}

function show(value: unknown): string {
  return typeof value === 'object' && value !== null ? inspect(value) : String(value);
}
