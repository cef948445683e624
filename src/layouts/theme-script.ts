/**
 * Runs before the first paint, so that a reader's choice of theme never flashes. Its hash stands in
 * the content-security policy, so both are made from this text. No choice, and any word but the two
 * that the styles know, leaves the system's theme; so does blocked storage, which throws.
 */
export const themeScript =
  "try{document.documentElement.dataset.theme=localStorage.getItem('il-theme')??''}catch{}";
