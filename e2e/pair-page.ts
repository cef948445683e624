/** A pair as a reader has it on a page: the parts that specs press and read. */
import type { Locator, Page } from '@playwright/test';

export interface PairOutcome {
  code: number;
  seconds: number;
}

export class PairPage {
  readonly page: Page;
  readonly root: Locator;

  /** @param entry `main.ts`, or `given.ts` for the sample as given */
  constructor(page: Page, entry = 'main.ts') {
    this.page = page;
    const run = page.getByRole('button', { name: `Run ${entry}` });
    this.root = page.locator('interleave-pair').filter({ has: run });
  }

  /** @param name how the button's accessible name begins: `Run`, `Stop`, `Copy main.py` */
  button(name: string): Locator {
    return this.root.getByRole('button', { name: new RegExp(`^${name}`) });
  }

  get status(): Locator {
    return this.root.locator('[data-status]');
  }

  get editor(): Locator {
    return this.root.getByRole('textbox', { name: 'Edit main.ts' });
  }

  get terminal(): Locator {
    return this.root.getByRole('textbox', { name: /^Terminal of/ });
  }

  /** What the terminal shows; before Run, the recording. */
  output(): Promise<string> {
    return this.root.evaluate((element) =>
      'outputText' in element ? String(element.outputText) : '',
    );
  }

  /** Replaces the whole program, as a reader would. */
  async write(program: string): Promise<void> {
    await this.button('Edit main.ts').click();
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(program);
  }

  /**
   * Begins to watch Stop. The answer gives the time from its press until the page says so, in
   * milliseconds: taken in the page, because the way from here to there is longer on a busy machine.
   */
  async watchStop(): Promise<() => Promise<number>> {
    const watch = await this.root.evaluateHandle((root) => {
      let pressed = 0;
      const stop = root.querySelector('[data-action="stop"]');
      const status = root.querySelector('[data-status]');
      stop?.addEventListener('click', () => (pressed = performance.now()), { capture: true });
      const took = new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!status?.textContent?.startsWith('Stopped')) return;
          observer.disconnect();
          resolve(performance.now() - pressed);
        });
        if (status)
          observer.observe(status, { childList: true, characterData: true, subtree: true });
      });
      return { took };
    });
    return () => watch.evaluate(({ took }) => took);
  }

  /** Waits for the end of the run and answers what the status says of it. */
  async end(timeout = 20_000): Promise<PairOutcome> {
    const ended = this.status.filter({ hasText: /with code/ });
    await ended.waitFor({ timeout });
    const text = await ended.innerText();
    const [, code, seconds] = /with code (\d+) after ([\d.]+) s/.exec(text) ?? [];
    return { code: Number(code), seconds: Number(seconds) };
  }
}
