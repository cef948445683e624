/**
 * The browser's own `MessagePort` methods, kept before Node's are put in their place, and before a
 * program can patch the prototype. The runtime's own traffic uses only these.
 */
const { start, close } = MessagePort.prototype;
const postMessage: (this: MessagePort, message: unknown, transfer: Transferable[]) => void =
  MessagePort.prototype.postMessage;
const postPlain: (this: MessagePort, message: unknown) => void = MessagePort.prototype.postMessage;
const Channel = MessageChannel;
const { addEventListener } = EventTarget.prototype;

export const nativePort = {
  channel(): MessageChannel {
    return new Channel();
  },
  post(port: MessagePort, message: unknown, transfer: readonly Transferable[] = []): void {
    postMessage.call(port, message, [...transfer]);
  },
  /** Without anything to transfer: the usual case, and the fastest. */
  postPlain(port: MessagePort, message: unknown): void {
    postPlain.call(port, message);
  },
  start(port: MessagePort): void {
    start.call(port);
  },
  close(port: MessagePort): void {
    close.call(port);
  },
  listen(port: MessagePort, type: string, listener: (event: MessageEvent) => void): void {
    addEventListener.call(port, type, listener as EventListener);
  },
} as const;
