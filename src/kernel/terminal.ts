/** The terminal of a run: what is printed on it, what is typed at it, and its size. */
import { Input } from './input.ts';
import { OutputGate } from './output-gate.ts';
import type { TerminalSize } from './protocol.ts';
import { createRingMemory, Ring } from './ring.ts';
import { TerminalLine } from './terminal-line.ts';

export interface TerminalOptions {
  /** Takes what was printed, as far as {@link Terminal.grant} allows. */
  print: (descriptor: number, bytes: Uint8Array) => void;
  /** Ctrl-C was pressed. */
  interrupt: () => void;
}

export class Terminal {
  /** Where processes that print on the terminal write. */
  readonly ring = new Ring(createRingMemory());
  /** Where processes that are typed at read. */
  readonly input = new Input();
  /** Null when the run has pipes in the terminal's place. */
  size: TerminalSize | null = null;
  readonly #gate: OutputGate;
  readonly #line: TerminalLine;

  constructor({ print, interrupt }: TerminalOptions) {
    const encoder = new TextEncoder();
    this.#gate = new OutputGate(this.ring, print);
    this.#line = new TerminalLine({
      echo: (text) => this.#gate.insert(1, encoder.encode(text)),
      deliver: (text) => this.input.write(encoder.encode(text)),
      end: () => this.input.end(),
      interrupt,
    });
  }

  /** Whether all that was printed is on its way. */
  get isDrained(): boolean {
    return this.#gate.isDrained;
  }

  set isRaw(isRaw: boolean) {
    this.#line.isRaw = isRaw;
  }

  /** The host has consumed `bytes` bytes. */
  grant(bytes: number): void {
    this.#gate.grant(bytes);
  }

  pump(): void {
    this.#gate.pump();
  }

  type(bytes: Uint8Array): void {
    if (this.size) this.#line.type(bytes);
    else this.input.write(bytes);
  }

  /** Whether input, output and errors of a process are this terminal, by descriptor. */
  isStream(input: Input | null, output: { 1: Ring | null; 2: Ring | null }) {
    const is = (stream: unknown, own: unknown): boolean => this.size !== null && stream === own;
    return [is(input, this.input), is(output[1], this.ring), is(output[2], this.ring)] as [
      boolean,
      boolean,
      boolean,
    ];
  }
}
