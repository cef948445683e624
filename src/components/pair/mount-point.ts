/** Where a pattern's files stand in the engine; compiled modules carry these paths. */
export function mountPoint(pattern: string): string {
  return `/home/reader/${pattern}`;
}
