/**
 * How every code block of the site is coloured: Markdown's (through astro.config.mjs) and the
 * pairs' (through Astro's `<Code>`). Of Shiki's themes only few reach 4.5:1 in every token; these
 * two do. `light-dark()` makes the colours follow `color-scheme`, and so the reader's choice.
 */
export const codeThemes = {
  light: 'github-light-high-contrast',
  dark: 'github-dark-high-contrast',
} as const;

export const codeDefaultColor = 'light-dark()';
