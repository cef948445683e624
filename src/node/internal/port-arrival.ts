/** A message that has arrived at a port, in the shape of each kind of listener. */
export class Arrival {
  readonly type: string;
  readonly value: unknown;
  readonly #source: { readonly ports: readonly MessagePort[] };
  #event: Event | undefined;

  /** @param source has what was transferred with the message */
  constructor(
    value: unknown,
    source: { readonly ports: readonly MessagePort[] },
    type = 'message',
  ) {
    this.type = type;
    this.value = value;
    this.#source = source;
  }

  get ports(): readonly MessagePort[] {
    return this.#source.ports;
  }

  /** What listeners of `EventTarget`'s kind get: made only for them, as it costs more than the rest. */
  eventFor(target: MessagePort): Event {
    if (this.#event) return this.#event;
    const event = this.type.startsWith('message')
      ? new MessageEvent(this.type, { data: this.value, ports: [...this.ports] })
      : new CustomEvent(this.type, { detail: this.value });
    for (const name of ['target', 'currentTarget', 'srcElement']) {
      Object.defineProperty(event, name, { value: target, configurable: true });
    }
    this.#event = event;
    return event;
  }
}
