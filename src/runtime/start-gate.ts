/**
 * Lets a thread's start through when all of it has come; what arrives meanwhile waits behind it.
 *
 * What a thread starts with may come wrapped (`kernel.ts` says why): then it is the first message of
 * the one port that came with the start.
 *
 * Firefox gives a thread a port before the port is connected: what is posted until then stays in the
 * thread, and is lost if the program ends, and parks the thread, within its first turn. The port went
 * through the kernel, which lets go of it in two steps, each answered by the browser in the order of
 * all other messages. So when the kernel has answered twice, the port is connected; only then does
 * the program start.
 */
import type { ThreadStart, ToThread } from '../kernel/protocol.ts';
import { nativePort } from '../node/internal/native-port.ts';

const ANSWERS = 2;

type Ports = readonly MessagePort[];
type Receive = (message: ToThread, ports: Ports) => void;

export class StartGate {
  readonly #receive: Receive;
  readonly #ping: (() => void) | undefined;
  /** What arrived since `start` did, which comes first. */
  #held: { message: ToThread; ports: Ports }[] | undefined;
  #awaited = 0;

  /**
   * @param receive takes what is let through
   * @param ping asks the kernel for a `pong`; undefined where ports come connected
   */
  constructor(receive: Receive, ping: (() => void) | undefined) {
    this.#receive = receive;
    this.#ping = ping;
  }

  /** Takes a message, and lets it through at once or behind the start. */
  pass(message: ToThread, ports: Ports): void {
    if (message.type === 'pong') this.#onPong();
    else if (this.#held) this.#held.push({ message, ports });
    else if (message.type !== 'start' || ports.length === 0) this.#receive(message, ports);
    else if (message.isWrapped) this.#unwrap(message, ports);
    else this.#connect(message, ports);
  }

  #unwrap(start: ThreadStart, [outer]: Ports): void {
    if (!outer) throw new TypeError('The kernel sent no port with a wrapped start');
    this.#held = [];
    nativePort.listen(outer, 'message', ({ data, ports }) =>
      this.#connect({ ...start, payload: data }, ports),
    );
    nativePort.start(outer);
  }

  #connect(message: ThreadStart, ports: Ports): void {
    this.#held = [{ message, ports }, ...(this.#held ?? [])];
    if (!this.#ping) return this.#open();
    this.#awaited = ANSWERS;
    this.#ping();
  }

  #onPong(): void {
    if (--this.#awaited > 0) this.#ping?.();
    else this.#open();
  }

  #open(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    // A program that ends in its first turn does not come back from the first of them.
    for (const { message, ports } of held) this.#receive(message, ports);
  }
}
