/**
 * Firefox gives a thread a port before the port is connected: what is posted until then stays in the
 * thread, and is lost if the program ends, and parks the thread, within its first turn. The port went
 * through the kernel, which lets go of it in two steps, each answered by the browser in the order of
 * all other messages. So when the kernel has answered twice, the port is connected; only then does
 * the program start.
 */
import type { ToThread } from '../kernel/protocol.ts';

const ANSWERS = 2;

type Receive = (message: ToThread, ports: readonly MessagePort[]) => void;

export class PortsInTransit {
  readonly #ping: () => void;
  /** What arrived since `start` did, which comes first. */
  #held: { message: ToThread; ports: readonly MessagePort[] }[] | undefined;
  #awaited = 0;

  /** @param ping asks the kernel for a `pong` */
  constructor(ping: () => void) {
    this.#ping = ping;
  }

  /** Gives `message` to `receive`, at once or when the ports of the start are connected. */
  pass(message: ToThread, ports: readonly MessagePort[], receive: Receive): void {
    if (message.type === 'pong') return this.#onPong(receive);
    if (this.#held) this.#held.push({ message, ports });
    else if (message.type !== 'start' || ports.length === 0) receive(message, ports);
    else {
      this.#held = [{ message, ports }];
      this.#awaited = ANSWERS;
      this.#ping();
    }
  }

  #onPong(receive: Receive): void {
    if (--this.#awaited > 0) return this.#ping();
    const held = this.#held ?? [];
    this.#held = undefined;
    // A program that ends in its first turn does not come back from the first of them.
    for (const { message, ports } of held) receive(message, ports);
  }
}
