/**
 * What ports of this engine send each other. Each message is a tuple: its kind, and a value. The
 * kinds beyond `message` carry what Node's ports know and the platform's do not say in every
 * browser: that the other side has closed, that a worker is online or has failed.
 */
import type { Holder } from './port-holders.ts';

export const Wire = {
  message: 0,
  close: 1,
  online: 2,
  error: 3,
  local: 4,
  output: 5,
  holder: 6,
  /** The parent has taken what was printed. */
  taken: 7,
  /** A message that took ports along was read. */
  landed: 8,
} as const;
export type WireKind = (typeof Wire)[keyof typeof Wire];
export type WireMessage = [
  kind: WireKind,
  value?: unknown,
  /** For each port that was transferred. */
  luggage?: readonly Luggage[],
  /** The number of a message that takes ports along: see `port-flights.ts`. */
  flight?: number,
];

/** What goes with a port: who holds its other end, and what has come to it and nobody has read. */
export type Luggage = Holder | { holder: Holder; waiting: readonly WaitingMessage[] };
export interface WaitingMessage {
  value: unknown;
  ports: readonly MessagePort[];
  luggage: readonly Luggage[];
}

/** Whether a program sent it, and not the runtime. */
export function isUsers(data: unknown): boolean {
  return !Array.isArray(data) || data[0] === Wire.message || data[0] === Wire.local;
}

/** A primitive travels as it is: it cannot be taken for a pair, and clones faster. */
export function toWire(value: unknown): unknown {
  const isPrimitive = value === null || typeof value !== 'object';
  return isPrimitive ? value : ([Wire.message, value] satisfies WireMessage);
}
