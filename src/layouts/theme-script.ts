/**
 * Runs before the first paint, so that a reader's choice of theme never flashes. Its hash stands in
 * the content-security policy, so both are made from this text. Where storage is blocked, the
 * system's theme stands.
 */
export const themeScript =
  "try{const t=localStorage.getItem('il-theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{document.documentElement.removeAttribute('data-theme')}";
