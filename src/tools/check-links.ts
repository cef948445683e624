/**
 * Follows every link of the built site and looks for the place in the page that it points to. Other
 * hosts are not asked: their moods are no fault of a build.
 *
 * Usage: `node src/tools/check-links.ts [directory]`
 */
import { LinkChecker, LinkState } from 'linkinator';
import { serve } from './serve.ts';
import { readBase } from './site-settings.ts';

const directory = process.argv[2] ?? 'dist';
await using server = await serve({ root: directory, port: 0, base: readBase(process.env) });

const checker = new LinkChecker();
let pages = 0;
checker.on('pagestart', () => {
  pages += 1;
});
const { links } = await checker.check({
  path: server.url,
  recurse: true,
  checkCss: true,
  checkFragments: true,
  linksToSkip: async (link) => !link.startsWith(server.url),
});

const broken = links.filter((link) => link.state === LinkState.BROKEN);
for (const { url, parent, status } of broken) {
  const place = (parent ?? server.url).replace(server.url, '/');
  const reason = status === 200 ? 'a page without that id' : `an answer of status ${status}`;
  console.error(`${place} links to ${url.replace(server.url, '/')}: ${reason}.`);
}
console.log(`${pages} pages, ${links.length} links, ${broken.length} broken.`);
if (broken.length > 0 || pages === 0) process.exitCode = 1;
