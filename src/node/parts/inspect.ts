/**
 * The part that prints values: Node's own `util.inspect`. The package is made of a later Node, which
 * colours each piece of a regular expression; Node 24 paints the whole of it red.
 */
import { inspect } from 'node-inspect-extracted';

Object.assign(inspect.styles, { regexp: 'red' });

export { format, formatWithOptions, stripVTControlCharacters } from 'node-inspect-extracted';
export { formatTable } from '../internal/console-table.ts';
export { inspect };
