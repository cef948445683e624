/**
 * A browser as the tests drive it, whichever it is. Each is reached by its own protocol: Chromium
 * through Playwright, Firefox by WebDriver BiDi, WebKit by WebDriver. Two small clients stand
 * beside this file for the latter two, because the package that speaks the former weighs
 * more than this whole site's tools, and of either protocol a handful of commands is needed.
 */

export const BROWSERS = ['chromium', 'firefox', 'webkit'] as const;
export type BrowserName = (typeof BROWSERS)[number];

export interface Browser extends AsyncDisposable {
  readonly name: BrowserName;
  /** With the name that people know it by: `Firefox 153.7.0`. */
  readonly version: string;
  /** Opens the address; a browser has one page, which the next call leads elsewhere. */
  open(url: string): Promise<Page>;
}

export interface Page {
  /**
   * Runs a function in the page, which it reaches as text: it uses nothing from outside itself.
   * Several may run at once.
   * @param arg what JSON can carry; the result likewise
   * @throws {Error} with the message of what the function threw
   */
  evaluate<A, R>(action: (arg: A) => R | Promise<R>, arg: A): Promise<R>;
  /** Presses and releases the button of a pointer there: CSS pixels from the window's corner. */
  click(x: number, y: number): Promise<void>;
  /** Presses the keys of a text one after the other; {@link keys} names those without a letter. */
  type(text: string): Promise<void>;
}

/** Keys as WebDriver writes them. Control holds until {@link keys}`.release`. */
export const keys = {
  arrowDown: '\uE015',
  control: '\uE009',
  enter: '\uE007',
  release: '\uE000',
} as const;

/** Why a browser cannot be had here, for people to read. */
export class BrowserMissing extends Error {
  readonly browser: BrowserName;

  constructor(browser: BrowserName, why: string) {
    super(why);
    this.browser = browser;
  }
}
