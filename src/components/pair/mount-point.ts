/** Where a folder of programs stands in the embedded engine: compiled modules carry this path. */
export function mountPoint(folder: string): string {
  return `/home/reader/${folder}`;
}
