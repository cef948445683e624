/**
 * Tells whether `node_modules` holds what the lock file pins, by comparing the lock file with the
 * one that npm leaves behind in `node_modules` when an installation has finished. Plain JavaScript:
 * it runs before anything is installed. A stamp of our own was rejected: it would call an
 * installation stale that somebody made by hand.
 */

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */
/** @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile */

/**
 * The packages that `wanted` pins and `installed` lacks or has in another version. Optional ones
 * may be lacking: npm leaves out those made for other platforms.
 * @param {Lockfile} wanted
 * @param {Lockfile} installed
 * @returns {string[]} their paths, such as `node_modules/astro`
 */
export function outdatedPackages(wanted, installed) {
  const found = installed.packages ?? {};
  return Object.entries(wanted.packages ?? {})
    .filter(([path]) => path !== '')
    .filter(([path, locked]) => !isSatisfied(locked, found[path]))
    .map(([path]) => path);
}

/**
 * @param {LockedPackage} locked
 * @param {LockedPackage | undefined} present
 */
function isSatisfied(locked, present) {
  if (present === undefined) return locked.optional === true;
  return present.version === locked.version && present.integrity === locked.integrity;
}
