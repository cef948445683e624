/**
 * The text of a script as it can stand in a document. Apart from the frame that uses it, because
 * the page's policy must name the hash of that very text.
 */
export function inlineScript(code: string): string {
  return code.replaceAll('</script', '<\\/script');
}
