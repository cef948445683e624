/** The part that prints values: Node's own `util.inspect`. */
export {
  format,
  formatWithOptions,
  inspect,
  stripVTControlCharacters,
} from 'node-inspect-extracted';
