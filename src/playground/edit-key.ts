/** Where a reader's edit is kept; apart from the store, because every page asks whether there is one. */
export function editKey(program: string): string {
  return `interleave:edit:${program}`;
}

export function hasKeptEdit(program: string): boolean {
  try {
    return localStorage.getItem(editKey(program)) !== null;
  } catch {
    return false; // Storage is denied, so nothing was kept.
  }
}
