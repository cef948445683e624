/**
 * The browser's own `MessagePort` methods, kept before Node's are put in their place, and before a
 * program can patch the prototype. The runtime's own traffic uses only these.
 */
import { apply } from '../../shared/intrinsics.ts';

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
    if (transfer.length === 0) apply(postPlain, port, [message]);
    else apply(postMessage, port, [message, transfer as Transferable[]]);
  },
  /** Without anything to transfer: the usual case, and the fastest. */
  postPlain(port: MessagePort, message: unknown): void {
    apply(postPlain, port, [message]);
  },
  start(port: MessagePort): void {
    apply(start, port, []);
  },
  close(port: MessagePort): void {
    apply(close, port, []);
  },
  listen(port: MessagePort, type: string, listener: (event: MessageEvent) => void): void {
    apply(addEventListener, port, [type, listener as EventListener]);
  },
} as const;
