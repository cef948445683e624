/**
 * The ports of this thread whose other ends were sent on through another port, the carrier, and were
 * not read yet. A message that nobody reads takes the ports in it along, in Node at once; here the
 * sender has to see to it: whoever reads such a message says so through the carrier, so that when
 * the carrier's other end closes, what has not been read is known.
 */
import { SafeMap, SafeWeakMap } from '../../shared/intrinsics.ts';

/** Far more messages than a thread sends. */
const NUMBERS_OF_A_THREAD = 2 ** 32;

export class PortFlights<Port extends object> {
  /** By carrier, then by message. */
  readonly #flights = new SafeWeakMap<Port, SafeMap<number, readonly Port[]>>();
  #last: number;

  /** @param own this thread's number: a carrier may have been another thread's before */
  constructor(own: number) {
    this.#last = own * NUMBERS_OF_A_THREAD;
  }

  /** The number of a message that takes ports along. */
  next(): number {
    return ++this.#last;
  }

  /** @param kept the ports of this thread whose other ends went with that message */
  add(carrier: Port, message: number, kept: readonly Port[]): void {
    const known = this.#flights.get(carrier);
    if (known) known.set(message, kept);
    else {
      const first = new SafeMap<number, readonly Port[]>();
      this.#flights.set(carrier, first.set(message, kept));
    }
  }

  landed(carrier: Port, message: number): void {
    this.#flights.get(carrier)?.delete(message);
  }

  /** Calls `action` for each port whose other end is on its way through `carrier`. */
  forEach(carrier: Port, action: (port: Port) => void): void {
    this.#flights.get(carrier)?.forEach((ports) => {
      for (let at = 0; at < ports.length; at++) action(ports[at] as Port);
    });
  }

  /** Nothing that was sent through `carrier` is on its way any more. */
  end(carrier: Port): void {
    this.#flights.delete(carrier);
  }
}
