/** What of a built site can be kept: the one fact that the build tells the service worker. */

export interface OfflineFile {
  /** The first 16 hexadecimal digits of the SHA-256 of its bytes. */
  hash: string;
  bytes: number;
  /** What a page that is kept must have beside it, such as its programs. */
  needs?: readonly string[];
}

export interface OfflineManifest {
  version: string;
  /** By the path below the site's base; that of a page ends with a slash, and is empty at home. */
  files: Readonly<Record<string, OfflineFile>>;
  /** What every page needs, the engine among it. */
  core: readonly string[];
}

/** What the build writes into the service worker. */
export interface OfflineFacts {
  /** The path below which the site stands, with a slash at both ends. */
  base: string;
  version: string;
  coep: string;
}

/** The address of a version's manifest, below the base. */
export function manifestPath(version: string): string {
  return `offline/${version}.json`;
}

/** @returns as {@link OfflineFile.hash} */
export async function hashOfBytes(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
