/** The element of ThemeToggle.astro. */
type Theme = 'light' | 'dark';

const storageKey = 'il-theme';
const systemDark = matchMedia('(prefers-color-scheme: dark)');

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return systemDark.matches ? 'dark' : 'light';
}

export class ThemeToggle extends HTMLElement {
  connectedCallback(): void {
    this.#describe();
    this.querySelector('button')?.addEventListener('click', () => {
      this.#choose(currentTheme() === 'dark' ? 'light' : 'dark');
    });
    systemDark.addEventListener('change', () => this.#describe());
  }

  #choose(theme: Theme): void {
    document.documentElement.dataset.theme = theme;
    this.#describe();
    try {
      localStorage.setItem(storageKey, theme);
    } catch {
      // Storage may be blocked; the choice then lasts as long as the page.
    }
  }

  #describe(): void {
    const button = this.querySelector('button');
    if (button === null) return;
    const label = `Switch to ${currentTheme() === 'dark' ? 'light' : 'dark'} theme`;
    button.setAttribute('aria-label', label);
    button.title = label;
  }
}
