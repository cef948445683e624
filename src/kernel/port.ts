/** The part of a `MessagePort` that the kernel needs, so that tests can drive it without workers. */
export interface Port<Incoming, Outgoing> {
  postMessage(message: Outgoing, transfer?: readonly unknown[]): void;
  /** `ports` are what was transferred with the message, in order. */
  onmessage: ((event: { data: Incoming; ports: readonly unknown[] }) => void) | null;
  close(): void;
}
