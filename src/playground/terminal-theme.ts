/**
 * The site's tokens as xterm's theme. xterm paints with concrete colours, so each token is resolved
 * by the browser on a probe element: a token may be `light-dark()` or anything else that is CSS.
 */
import type { ITheme } from '@xterm/xterm';
import { Cleanup, type Disposable } from './cleanup.ts';

const tokens = {
  background: '--il-sunken',
  foreground: '--il-text',
  cursor: '--il-text',
  cursorAccent: '--il-sunken',
  selectionBackground: '--il-line',
  black: '--il-text',
  red: '--il-bad',
  green: '--il-good',
  yellow: '--il-warn',
  blue: '--il-typescript',
  magenta: '--il-python',
  cyan: '--il-accent',
  white: '--il-muted',
  brightBlack: '--il-muted',
  brightRed: '--il-bad',
  brightGreen: '--il-good',
  brightYellow: '--il-warn',
  brightBlue: '--il-typescript',
  brightMagenta: '--il-python',
  brightCyan: '--il-accent',
  brightWhite: '--il-text',
} as const satisfies Partial<Record<keyof ITheme, string>>;

export function terminalTheme(host: HTMLElement): ITheme {
  const probe = document.createElement('span');
  host.append(probe);
  try {
    const colours = Object.entries(tokens).map(([role, token]) => {
      probe.style.color = `var(${token})`;
      return [role, getComputedStyle(probe).color];
    });
    return Object.fromEntries(colours);
  } finally {
    probe.remove();
  }
}

/** Calls `listener` whenever the site's theme or the system's changes. */
export function onThemeChange(listener: () => void): Disposable {
  const cleanup = new Cleanup();
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    const media = matchMedia(query);
    media.addEventListener('change', listener);
    cleanup.defer(() => media.removeEventListener('change', listener));
  }
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  cleanup.defer(() => observer.disconnect());
  return cleanup;
}
