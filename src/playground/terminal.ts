/**
 * The terminal: xterm.js in the place that the page reserved. Loaded with the first Run, its styles
 * with it, so that a page that is only read carries none of it.
 */
import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import styles from '@xterm/xterm/css/xterm.css?inline';
import type { TerminalSize } from '../engine/engine.ts';
import { adoptStyles } from './adopt-styles.ts';
import { Cleanup, type Disposable } from './cleanup.ts';
import type { TerminalPort } from './terminal-port.ts';
import { onThemeChange, terminalTheme } from './terminal-theme.ts';

/** Lines kept above the visible ones. The element says so when a program prints more. */
export const SCROLLBACK = 5000;

/** Rows that the place grows to, at most, for what a program has printed when it ends. */
const TALLEST = 20;

const HIDE_CURSOR = '\x1b[?25l';

function fontSize(host: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(host).fontSize);
}

function createTerminal(host: HTMLElement, label: string): Terminal {
  const terminal = new Terminal({
    convertEol: true,
    cursorBlink: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    disableStdin: true,
    fontFamily: getComputedStyle(host).fontFamily,
    fontSize: fontSize(host),
    lineHeight: 1.25,
    minimumContrastRatio: 4.5,
    screenReaderMode: true,
    scrollback: SCROLLBACK,
    theme: terminalTheme(host),
  });
  // Tab stays the page's key: a terminal that swallowed it would hold keyboard users captive.
  terminal.attachCustomKeyEventHandler((event) => {
    const copies = event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey);
    const runs = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    return event.key !== 'Tab' && !runs && !(copies && terminal.hasSelection());
  });
  terminal.open(host);
  terminal.textarea?.setAttribute('aria-label', label);
  // Output is no alarm: it waits until the screen reader has finished its sentence.
  host.querySelector('[aria-live]')?.setAttribute('aria-live', 'polite');
  return terminal;
}

class XtermPort implements TerminalPort {
  readonly #terminal: Terminal;
  readonly #host: HTMLElement;
  readonly #resources = new Cleanup();

  constructor(host: HTMLElement, label: string) {
    this.#host = host;
    this.#terminal = createTerminal(host, label);
    this.#resources.use(this.#terminal);
    const fit = new FitAddon();
    this.#terminal.loadAddon(fit);
    const observer = new ResizeObserver(() => {
      // The size of code depends on how much room the pair has.
      this.#terminal.options.fontSize = fontSize(host);
      fit.fit();
    });
    fit.fit();
    observer.observe(host);
    this.#resources.defer(() => observer.disconnect());
    this.#resources.use(
      onThemeChange(() => {
        this.#terminal.options.theme = terminalTheme(host);
      }),
    );
  }

  get size(): TerminalSize {
    return { cols: this.#terminal.cols, rows: this.#terminal.rows };
  }

  get text(): string {
    const buffer = this.#terminal.buffer.normal;
    let text = '';
    for (let row = 0; row < buffer.length; row++) {
      const line = buffer.getLine(row);
      if (line === undefined) continue;
      const continues = buffer.getLine(row + 1)?.isWrapped === true;
      text += line.translateToString(!continues) + (continues ? '' : '\n');
    }
    return text.replace(/^\n+$/, '').replace(/\n+$/, '\n');
  }

  get overflowed(): boolean {
    return this.#terminal.buffer.normal.length >= SCROLLBACK + this.#terminal.rows;
  }

  write(data: string): Promise<void> {
    return new Promise((resolve) => this.#terminal.write(data, resolve));
  }

  open(): void {
    this.#terminal.reset();
    this.#terminal.options.disableStdin = false;
  }

  close(): void {
    this.#terminal.options.disableStdin = true;
    this.#terminal.write(HIDE_CURSOR, () => this.#makeRoom());
  }

  /** The place was made for the recorded output; an error is longer, and its first lines matter most. */
  #makeRoom(): void {
    const { baseY, cursorY } = this.#terminal.buffer.normal;
    const rows = Math.min(baseY + cursorY + 1, TALLEST);
    if (rows <= this.#terminal.rows) return;
    this.#host.parentElement?.style.setProperty('--pair-rows', String(rows));
  }

  onInput(listener: (data: string) => void): Disposable {
    return this.#terminal.onData(listener);
  }

  onResize(listener: (size: TerminalSize) => void): Disposable {
    return this.#terminal.onResize(({ cols, rows }) => listener({ cols, rows }));
  }

  dispose(): void {
    this.#resources.dispose();
  }
}

/** Opens a terminal that fills `host`. */
export function openTerminal(host: HTMLElement, label: string): TerminalPort {
  adoptStyles(styles);
  return new XtermPort(host, label);
}
