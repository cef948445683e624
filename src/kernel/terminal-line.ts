/**
 * A terminal's line discipline (termios(3), canonical mode): typed text is echoed, may be corrected,
 * and is given to programs line by line. In raw mode every byte goes through, Ctrl-C too.
 */
const CTRL_C = '\x03';
const CTRL_D = '\x04';
const CTRL_U = '\x15';

export interface TerminalLineOptions {
  echo: (text: string) => void;
  deliver: (text: string) => void;
  /** Ctrl-D on an empty line. */
  end: () => void;
  /** Ctrl-C. */
  interrupt: () => void;
}

export class TerminalLine {
  readonly #options: TerminalLineOptions;
  readonly #decoder = new TextDecoder();
  #line: string[] = [];
  isRaw = false;

  constructor(options: TerminalLineOptions) {
    this.#options = options;
  }

  type(bytes: Uint8Array): void {
    const text = this.#decoder.decode(bytes);
    if (this.isRaw) return this.#options.deliver(text);
    for (const character of text) this.#type(character);
  }

  #type(character: string): void {
    switch (character) {
      case '\r':
      case '\n':
        this.#options.echo('\n');
        return this.#send('\n');
      case '\b':
      case '\x7f':
        if (this.#line.pop() !== undefined) this.#options.echo('\b \b');
        return;
      case CTRL_U:
        this.#options.echo('\b \b'.repeat(this.#line.length));
        this.#line = [];
        return;
      case CTRL_C:
        this.#options.echo('^C');
        this.#line = [];
        return this.#options.interrupt();
      case CTRL_D:
        return this.#line.length > 0 ? this.#send('') : this.#options.end();
      default:
        this.#line.push(character);
        this.#options.echo(shown(character));
    }
  }

  #send(ending: string): void {
    const line = this.#line.join('') + ending;
    this.#line = [];
    this.#options.deliver(line);
  }
}

/** Control characters are shown as `^A`. */
function shown(character: string): string {
  const code = character.charCodeAt(0);
  return code < 32 && character !== '\t' ? `^${String.fromCharCode(code + 64)}` : character;
}
