/**
 * Which way imports may run. The order keeps the engine apart from the page: what runs in a worker
 * cannot come to lean on the DOM, nor the page on the inside of an engine.
 */

const HERE = 'src/tools/import-rules.ts';

/** The folders of `src`, lowest first: each may import itself and those before it. */
const LAYERS = [
  'shared',
  'offline',
  'kernel',
  'node',
  'runtime',
  'engine',
  'playground',
  'catalogue',
  'components',
  'layouts',
  'pages',
  'tools',
];

/**
 * Says why the file `from` may not import `to`, or undefined when it may.
 * @param from path of the importing file from the root, such as `src/node/events.ts`
 * @param to the imported file, likewise, with its query if there is one; or the name of a package
 */
export function violation(from: string, to: string): string | undefined {
  return layerViolation(from, to) ?? engineViolation(from, to) ?? webContainerViolation(from, to);
}

function layerViolation(from: string, to: string): string | undefined {
  const [lower, upper] = [layerOf(from), layerOf(to)];
  if (lower === undefined || upper === undefined) return undefined;
  if (LAYERS.indexOf(upper) <= LAYERS.indexOf(lower)) return undefined;
  return `${lower} must not import ${upper}; the order is ${LAYERS.join(' ← ')}`;
}

/** An engine is the host side; what it starts in a worker it knows by protocol and address only. */
function engineViolation(from: string, to: string): string | undefined {
  if (layerOf(from) !== 'engine' || layerOf(to) !== 'runtime') return undefined;
  if (to.includes('?') || to === 'src/runtime/protocol.ts') return undefined;
  return 'engine may import only protocol.ts and the address of a worker (?url) from runtime';
}

function webContainerViolation(from: string, to: string): string | undefined {
  if (to !== '@webcontainer/api' || from.startsWith('src/engine/webcontainer/')) return undefined;
  return 'only src/engine/webcontainer may import @webcontainer/api; use the types of engine.ts';
}

function layerOf(path: string): string | undefined {
  const folder = /^src\/([^/]+)\//.exec(path)?.[1];
  if (folder === undefined) return undefined;
  if (LAYERS.includes(folder)) return folder;
  throw new Error(`src/${folder} has no place in the order of imports. Give it one in ${HERE}.`);
}
