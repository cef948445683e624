/** A terminal by its shape: runs know only this, so that none of them imports xterm. */
import type { TerminalSize } from '../engine/engine.ts';
import type { Disposable } from './cleanup.ts';

export interface TerminalPort extends Disposable {
  readonly size: TerminalSize;
  /** What stands in the terminal, lines joined that it wrapped, without blank lines at the end. */
  readonly text: string;
  /** Whether lines were dropped because more came than the terminal keeps. */
  readonly overflowed: boolean;
  /** Resolves when the terminal has taken `data` in, which is what holds back a fast program. */
  write(data: string): Promise<void>;
  /** Empties it and lets the reader type. */
  open(): void;
  /** Lets the reader read and copy, but not type. */
  close(): void;
  onInput(listener: (data: string) => void): Disposable;
  onResize(listener: (size: TerminalSize) => void): Disposable;
}
