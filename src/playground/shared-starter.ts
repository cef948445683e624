/** The code of a link as a starter of the playground, with a name of its own for what is kept of it. */
import { loaded } from '../shared/loaded.ts';
import type { Program } from './program.ts';

export interface SharedStarter {
  /** Made of the link, so that a reload finds the reader's edit of the same code again. */
  id: string;
  /** The link's, from `#` on. */
  fragment: string;
  program: Program;
}

/** @throws {Error} when the link is damaged or more than may be opened */
export async function openSharedStarter(fragment: string): Promise<SharedStarter> {
  const { fromFragment } = await loaded(import('./share-link.ts'));
  const { files, entry } = await fromFragment(fragment);
  const sources = Object.entries(files).map(([name, source]) => [name, { source }] as const);
  return {
    id: `link-${await digest(fragment)}`,
    fragment,
    program: { entry, files: Object.fromEntries(sources) },
  };
}

async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash, 0, 6), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}
