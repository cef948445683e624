/** What MDX pages may use without importing it, and what their headings and tables become. */
import Note from '../Note.astro';
import Pair from '../Pair.astro';
import Versions from '../Versions.astro';
import HeadingThree from './HeadingThree.astro';
import HeadingTwo from './HeadingTwo.astro';
import Table from './Table.astro';

export const proseComponents = {
  Note,
  Pair,
  Versions,
  h2: HeadingTwo,
  h3: HeadingThree,
  table: Table,
};
