/** A part of a page as a reader has it: what is pressed, what has the focus, what is read. */
import type { Page } from './browser.ts';

/** Milliseconds: bounds against hanging, not expectations. */
export const PATIENCE = 75_000;

/** What is read of an element: the text in it, or one of its attributes, or what a field holds. */
export type Reading = 'text' | 'value' | `@${string}`;

export class PartDriver {
  readonly #page: Page;
  readonly #root: string;

  /** @param root selects the part; where it fits several, they count as one */
  constructor(page: Page, root = 'body') {
    this.#page = page;
    this.#root = root;
  }

  /** Presses the button whose name begins so, once it can be pressed, with the pointer. */
  async press(name: string): Promise<void> {
    const at = await this.#page.evaluate(findButton, {
      root: this.#root,
      name,
      patience: PATIENCE,
    });
    await this.#page.click(at.x, at.y);
  }

  /** Gives the focus to an element once it can have it. */
  async focus(selector: string): Promise<void> {
    await this.#page.evaluate(focusOn, { root: this.#root, selector, patience: PATIENCE });
  }

  /**
   * Waits until an element that `selector` names has the focus.
   * @returns the path that it leads to when it is a link, else nothing
   */
  focused(selector: string): Promise<string> {
    return this.#page.evaluate(waitForFocus, { root: this.#root, selector, patience: PATIENCE });
  }

  /**
   * Waits until one of the elements that `selector` names reads as `pattern`, and is seen.
   * @returns what it reads
   */
  shows(selector: string, pattern: string, reading: Reading = 'text'): Promise<string> {
    const root = this.#root;
    return this.#page.evaluate(waitFor, { root, selector, pattern, reading, patience: PATIENCE });
  }
}

// The functions below are sent to the page as text, so they use nothing from outside themselves.

interface Named {
  root: string;
  name: string;
  patience: number;
}

async function findButton({ root, name, patience }: Named): Promise<{ x: number; y: number }> {
  const nameOf = (button: Element): string =>
    button.getAttribute('aria-label') ?? button.textContent?.trim() ?? '';
  const find = (): HTMLButtonElement | undefined =>
    [...document.querySelectorAll(root)]
      .flatMap((part) => [...part.querySelectorAll('button')])
      .find((each) => nameOf(each).startsWith(name) && !each.disabled && each.offsetWidth > 0);
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

interface Selected {
  root: string;
  selector: string;
  patience: number;
}

async function focusOn({ root, selector, patience }: Selected): Promise<void> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const element = [...document.querySelectorAll(root)]
      .flatMap((part) => [...part.querySelectorAll<HTMLElement>(selector)])
      .find((each) => each.checkVisibility());
    element?.focus();
    if (element && document.activeElement === element) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`nothing that "${selector}" names takes the focus`);
}

/** `:focus` fits nothing in a window that is not the active one, as a browser without a screen. */
async function waitForFocus({ root, selector, patience }: Selected): Promise<string> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const active = document.activeElement;
    if (active?.matches(selector) && active.closest(root)) return active.getAttribute('href') ?? '';
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { outerHTML = 'nothing' } = document.activeElement ?? {};
  throw new Error(`"${selector}" does not get the focus; ${outerHTML.slice(0, 200)} has it`);
}

interface Wanted extends Selected {
  pattern: string;
  reading: Reading;
}

async function waitFor({ root, selector, pattern, reading, patience }: Wanted): Promise<string> {
  const read = (element: HTMLElement): string => {
    if (reading === 'text') return element.textContent ?? '';
    if (reading === 'value') return String(Reflect.get(element, 'value'));
    return element.getAttribute(reading.slice(1)) ?? '';
  };
  const seen = (): string[] =>
    [...document.querySelectorAll(root)]
      .flatMap((part) => [...part.querySelectorAll<HTMLElement>(selector)])
      .filter((each) => each.checkVisibility())
      .map(read);
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const found = seen().find((text) => new RegExp(pattern, 'u').test(text));
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${selector} does not show ${pattern}, but ${JSON.stringify(seen())}`);
}
