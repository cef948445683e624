/** A pair, or the playground, as a reader has it on a page: its editor, its terminal, its status. */
import { keys, type Page } from './browser.ts';
import { PATIENCE, PartDriver } from './part-driver.ts';

const PAIR = 'interleave-pair:has([data-source="main.ts"])';

export class PairDriver extends PartDriver {
  readonly #page: Page;
  readonly #root: string;

  constructor(page: Page, root = PAIR) {
    super(page, root);
    this.#page = page;
    this.#root = root;
  }

  /** Puts `program`, one line of it, in the place of what the editor holds. */
  async write(program: string): Promise<void> {
    await this.focus('.cm-content');
    await this.#page.type(`${keys.control}a${keys.release}${program}`);
  }

  /** Opens the editor and writes. */
  async edit(program: string): Promise<void> {
    await this.press('Edit');
    await this.write(program);
  }

  /** Waits until the output or the status contains `text`. */
  async until(part: 'output' | 'status', text: string): Promise<void> {
    await this.#read(part, text);
  }

  /** Waits for the end of the run and answers what the status says of it. */
  async end(): Promise<{ code: number; seconds: number }> {
    const pattern = 'with code (\\d+) after ([\\d.]+) s';
    const [, code, seconds] = new RegExp(pattern).exec(await this.#read('status', pattern)) ?? [];
    return { code: Number(code), seconds: Number(seconds) };
  }

  /** What the terminal shows; before the first run, the recording. */
  output(): Promise<string> {
    return this.#read('output', '');
  }

  #read(part: 'output' | 'status', pattern: string): Promise<string> {
    const root = this.#root;
    return this.#page.evaluate(waitFor, { root, part, pattern, patience: PATIENCE });
  }
}

interface Wanted {
  root: string;
  part: 'output' | 'status';
  pattern: string;
  patience: number;
}

/** Sent to the page as text, so it uses nothing from outside itself. */
async function waitFor({ root, part, pattern, patience }: Wanted): Promise<string> {
  const element = document.querySelector(root);
  const read = (): string => {
    if (part === 'status') return element?.querySelector('[data-status]')?.textContent ?? '';
    return String(Reflect.get(element ?? {}, 'outputText') ?? '');
  };
  const end = performance.now() + patience;
  while (performance.now() < end) {
    if (new RegExp(pattern).test(read())) return read();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`the ${part} does not show ${pattern}, but ${JSON.stringify(read())}`);
}
