/** Tells whether a build is still that of the present sources: by their contents, not by dates. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The hash of every file below `paths` with its name. A path that does not exist counts as empty.
 * @param paths files and directories, relative to `root`
 * @returns 64 hexadecimal digits
 */
export async function hashOf(root: string, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const files = (await Promise.all(paths.map((path) => filesBelow(root, path)))).flat();
  for (const file of files.sort()) {
    const contents = await readFile(join(root, file));
    hash.update(`${file}\0${contents.length}\0`).update(contents);
  }
  return hash.digest('hex');
}

/** The files below `path`, or `path` itself when it is a file, relative to `root`. */
async function filesBelow(root: string, path: string): Promise<string[]> {
  try {
    const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return files.map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOTDIR') return [path];
    if (code === 'ENOENT') return [];
    throw error;
  }
}
