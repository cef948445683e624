/**
 * What `import` might have meant where it found nothing and `require` would have: Node's "Did you
 * mean to import …?". Follows `lib/internal/modules/esm/resolve.js`.
 */
import { parentPath } from '../../shared/paths.ts';

/**
 * @param parent path of the importing file
 * @param found path of what `require` finds
 * @returns the specifier to write, or nothing where it is the one that was written
 */
export function importHint(specifier: string, parent: string, found: string): string | undefined {
  const meant = /^\.{1,2}(?:\/|$)/.test(specifier)
    ? relativeTo(parentPath(parent), found)
    : withinPackage(specifier, found);
  return meant === specifier ? undefined : meant;
}

function relativeTo(folder: string, path: string): string {
  const [from, to] = [folder, path].map((each) => each.split('/').filter((part) => part !== ''));
  let shared = 0;
  while (from?.[shared] !== undefined && from[shared] === to?.[shared]) shared++;
  const up = (from ?? []).slice(shared).map(() => '..');
  return [...(up.length > 0 ? up : ['.']), ...(to ?? []).slice(shared).map(encodePart)].join('/');
}

/** Below the package's name; of a package that is one file, where that lies. */
function withinPackage(specifier: string, found: string): string {
  const [name = specifier] = specifier.split('/');
  const folder = `/node_modules/${name}/`;
  const at = found.lastIndexOf(folder);
  if (at < 0) return new URL(`file://${found.split('/').map(encodePart).join('/')}`).href;
  const inside = found.slice(at + folder.length).split('/');
  return [name, ...inside.map(encodeURIComponent)].join('/');
}

function encodePart(part: string): string {
  return part.replace(/[%\\\n\r\t?# ]/g, encodeURIComponent);
}
