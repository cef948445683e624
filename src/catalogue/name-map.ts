/**
 * The name map: every public concurrency name of Python's standard library with its nearest
 * counterpart in TypeScript on Node. `src/tools/name-map.test.ts` asks the real modules whether a
 * name is missing or invented.
 */
import { asyncio } from './names/asyncio.ts';
import { futures } from './names/executors.ts';
import { type MappedName, type MatchKind, parseNames } from './names/parse.ts';
import { multiprocessing, sharedMemory, subprocess } from './names/processes.ts';
import { contextvars, queue, sched } from './names/queues.ts';
import { lowLevelThread, threading } from './names/threading.ts';

export type { MappedName, MatchKind } from './names/parse.ts';
export { matchKinds } from './names/parse.ts';

export interface MappedModule {
  readonly module: string;
  readonly names: readonly MappedName[];
}

const tables = {
  threading,
  queue,
  multiprocessing,
  'multiprocessing.shared_memory': sharedMemory,
  'concurrent.futures': futures,
  asyncio,
  contextvars,
  subprocess,
  sched,
  _thread: lowLevelThread,
};

/** The modules in the order of the page. */
export const nameMap: readonly MappedModule[] = Object.entries(tables).map(([module, text]) => ({
  module,
  names: parseNames(module, text),
}));

export const matchLabels: Record<MatchKind, string> = {
  same: 'Same',
  near: 'Near',
  partly: 'Partly',
  none: 'None',
};

/** The anchor of a name on the page of the map: letters first, and no dots, which selectors read as classes. */
export function nameId(qualified: string): string {
  return qualified.replace(/^_/, 'low-level-').replaceAll('.', '-');
}

/** The page of the map, at one name. */
export function nameHref({ qualified }: Pick<MappedName, 'qualified'>): string {
  return `/names/#${nameId(qualified)}`;
}
