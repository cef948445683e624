/**
 * The closed lists that patterns are found by, with the words that readers see. Apart from
 * `schema.ts` so that the index page can use them without shipping the validator.
 */

export const models = ['threads', 'processes', 'executors', 'asyncio', 'subprocesses'] as const;
export const bounds = ['cpu', 'io'] as const;
export const hazards = [
  'race',
  'deadlock',
  'starvation',
  'hang',
  'blocked-loop',
  'lost-work',
  'no-speed-up',
  'silent-failure',
  'misuse',
] as const;
export const primitives = [
  'thread',
  'process',
  'task',
  'subprocess',
  'lock',
  'rlock',
  'condition',
  'event',
  'semaphore',
  'barrier',
  'queue',
  'pipe',
  'shared-memory',
  'pool',
  'executor',
  'future',
  'task-group',
  'gather',
  'timeout',
  'event-loop',
  'thread-local',
  'context-variable',
] as const;
export const difficulties = ['basic', 'intermediate', 'advanced'] as const;

/** The oldest Python that a sample runs on, when it needs more than the oldest that is verified. */
export const pythonMinors = ['3.12', '3.13', '3.14'] as const;

/** The versions of Python in which something changed that a pattern tells of. */
export const pythonVersions = ['3.10', '3.11', '3.12', '3.13', '3.14'] as const;

export type PythonVersion = (typeof pythonVersions)[number];
export type Model = (typeof models)[number];
export type Bound = (typeof bounds)[number];
export type Hazard = (typeof hazards)[number];
export type Primitive = (typeof primitives)[number];
export type Difficulty = (typeof difficulties)[number];
export type PythonMinor = (typeof pythonMinors)[number];
export type FacetValue = Model | Bound | Hazard | Primitive | Difficulty | PythonVersion;

export const facetKeys = ['model', 'bound', 'primitive', 'hazard', 'difficulty', 'python'] as const;
export type FacetKey = (typeof facetKeys)[number];

export const facetValues: Record<FacetKey, readonly FacetValue[]> = {
  model: models,
  bound: bounds,
  primitive: primitives,
  hazard: hazards,
  difficulty: difficulties,
  python: pythonVersions,
};

export const facetLabels: Record<FacetKey, string> = {
  model: 'Model',
  bound: 'Bound by',
  primitive: 'Primitive',
  hazard: 'Hazard',
  difficulty: 'Level',
  python: 'Changed in Python',
};

export const valueLabels: Record<FacetValue, string> = {
  threads: 'Threads',
  processes: 'Processes',
  executors: 'Executors',
  asyncio: 'asyncio',
  subprocesses: 'Subprocesses',
  cpu: 'CPU',
  io: 'I/O',
  race: 'Race',
  deadlock: 'Deadlock',
  starvation: 'Starvation',
  hang: 'Hang',
  'blocked-loop': 'Blocked event loop',
  'lost-work': 'Lost work',
  'no-speed-up': 'No speed-up',
  'silent-failure': 'Silent failure',
  misuse: 'Misuse',
  thread: 'Thread',
  process: 'Process',
  task: 'Task',
  subprocess: 'Subprocess',
  lock: 'Lock',
  rlock: 'Re-entrant lock',
  condition: 'Condition',
  event: 'Event',
  semaphore: 'Semaphore',
  barrier: 'Barrier',
  queue: 'Queue',
  pipe: 'Pipe',
  'shared-memory': 'Shared memory',
  pool: 'Pool',
  executor: 'Executor',
  future: 'Future',
  'task-group': 'Task group',
  gather: 'Gather',
  timeout: 'Timeout',
  'event-loop': 'Event loop',
  'thread-local': 'Thread-local',
  'context-variable': 'Context variable',
  basic: 'Basic',
  intermediate: 'Intermediate',
  advanced: 'Advanced',
  '3.10': '3.10',
  '3.11': '3.11',
  '3.12': '3.12',
  '3.13': '3.13',
  '3.14': '3.14',
};
