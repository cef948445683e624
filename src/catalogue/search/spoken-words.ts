/** Words that readers use for a facet and that no page says, because it uses the field's own. */
import type { FacetValue } from '../vocabulary.ts';

export const spokenWords: Partial<Record<FacetValue, string>> = {
  race: 'race condition data race thread-safe unsafe wrong total counter too low lost increments inconsistent',
  deadlock: 'stuck forever frozen freezes waits never ends',
  hang: 'hangs stuck frozen freezes never exits does not end will not stop',
  starvation: 'never gets its turn unfair',
  'blocked-loop': 'frozen unresponsive freezes stalls slow event loop',
  'lost-work': 'missing results lost items',
  'no-speed-up': 'not faster slow one core cores 100%',
  'silent-failure': 'swallowed exception error ignored no traceback disappears',
  lock: 'mutex synchronise synchronize mutual exclusion',
  pool: 'worker pool parallel map',
  'shared-memory': 'share memory shared state',
  semaphore: 'limit concurrency at most too many connections throttle',
  timeout: 'deadline time limit too long',
  process: 'multiprocessing fork parallel',
  subprocess: 'shell command external program exec',
  cpu: 'compute heavy computation number crunching',
  io: 'network requests download http disk database waiting',
};
