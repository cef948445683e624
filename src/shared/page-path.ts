/**
 * The path of a page, as links name it, of the path of its file.
 * @param file below the site, with `/` or with the separators of Windows
 */
export function pagePath(file: string): string {
  return file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1');
}
