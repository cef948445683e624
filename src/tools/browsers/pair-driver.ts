/** A pair as a reader has it on a page: what is pressed and what is read. */
import type { Page } from './browser.ts';

/** Milliseconds: bounds against hanging, not expectations. */
const PATIENCE = 75_000;

export class PairDriver {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Presses the button whose name begins so, once it can be pressed, with the pointer. */
  async press(name: string): Promise<void> {
    const at = await this.#page.evaluate(findButton, { name, patience: PATIENCE });
    await this.#page.click(at.x, at.y);
  }

  async focusEditor(): Promise<void> {
    await this.#page.evaluate(focusEditor, PATIENCE);
  }

  /** Waits until the output or the status contains `text`. */
  async until(part: 'output' | 'status', text: string): Promise<void> {
    await this.#page.evaluate(waitFor, { part, pattern: text, patience: PATIENCE });
  }

  /** Waits for the end of the run and answers what the status says of it. */
  async end(): Promise<{ code: number; seconds: number }> {
    const pattern = 'with code (\\d+) after ([\\d.]+) s';
    const status = await this.#page.evaluate(waitFor, {
      part: 'status',
      pattern,
      patience: PATIENCE,
    });
    const [, code, seconds] = new RegExp(pattern).exec(status) ?? [];
    return { code: Number(code), seconds: Number(seconds) };
  }

  output(): Promise<string> {
    return this.#page.evaluate(waitFor, { part: 'output', pattern: '', patience: PATIENCE });
  }
}

// The functions below are sent to the page as text, so they use nothing from outside themselves.

async function findButton({ name, patience }: { name: string; patience: number }) {
  const nameOf = (button: Element): string =>
    button.getAttribute('aria-label') ?? button.textContent?.trim() ?? '';
  const find = (): HTMLButtonElement | undefined => {
    const pair = [...document.querySelectorAll('interleave-pair')].find((each) =>
      [...each.querySelectorAll('button')].some((button) => nameOf(button) === 'Run main.ts'),
    );
    return [...(pair?.querySelectorAll('button') ?? [])].find(
      (button) => nameOf(button).startsWith(name) && !button.disabled && button.offsetWidth > 0,
    );
  };
  const end = performance.now() + patience;
  let before = '';
  while (performance.now() < end) {
    const button = find();
    button?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left = 0, top = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
    const at = { x: left + width / 2, y: top + height / 2 };
    // Pressed only where it stays and nothing covers it: what opens and closes moves the rest.
    const isThere = button?.contains(document.elementFromPoint(at.x, at.y)) ?? false;
    if (isThere && before === `${at.x},${at.y}`) return at;
    before = isThere ? `${at.x},${at.y}` : '';
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no button "${name}" can be pressed`);
}

async function focusEditor(patience: number): Promise<void> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const editor = document.querySelector<HTMLElement>('interleave-pair .cm-content');
    editor?.focus();
    if (editor && document.activeElement === editor) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the editor does not open');
}

interface Wanted {
  part: 'output' | 'status';
  pattern: string;
  patience: number;
}

async function waitFor({ part, pattern, patience }: Wanted): Promise<string> {
  const pair = [...document.querySelectorAll('interleave-pair')].find((each) =>
    each.querySelector('[data-source="main.ts"]'),
  );
  const read = (): string => {
    if (part === 'status') return pair?.querySelector('[data-status]')?.textContent ?? '';
    return String(Reflect.get(pair ?? {}, 'outputText') ?? '');
  };
  const end = performance.now() + patience;
  while (performance.now() < end) {
    if (new RegExp(pattern).test(read())) return read();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`the ${part} does not show ${pattern}, but ${JSON.stringify(read())}`);
}
