/** Addresses for those who read the site from elsewhere. */

const base = import.meta.env.BASE_URL;

/** An address as a machine can use it: whole when the build knows its site, else from the root. */
export function wholeAddress(path: string): string {
  const address = base + path.replace(/^\//, '');
  const site = import.meta.env.SITE;
  return site ? new URL(address, site).href : address;
}
