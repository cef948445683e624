/**
 * The closed lists that patterns are found by, with the words that readers see. Apart from
 * `schema.ts` so that the index page can use them without shipping the validator.
 */

export const models = ['threads', 'processes', 'asyncio'] as const;
export const bounds = ['cpu', 'io'] as const;
export const hazards = ['race', 'deadlock', 'hang', 'silent-failure', 'misuse'] as const;
export const primitives = [
  'thread',
  'process',
  'task',
  'lock',
  'thread-local',
  'queue',
  'pipe',
  'pool',
  'gather',
] as const;

export type Model = (typeof models)[number];
export type Bound = (typeof bounds)[number];
export type Hazard = (typeof hazards)[number];
export type Primitive = (typeof primitives)[number];
export type FacetValue = Model | Bound | Hazard | Primitive;

export const facetKeys = ['model', 'bound', 'primitive', 'hazard'] as const;
export type FacetKey = (typeof facetKeys)[number];

export const facetValues: Record<FacetKey, readonly FacetValue[]> = {
  model: models,
  bound: bounds,
  primitive: primitives,
  hazard: hazards,
};

export const facetLabels: Record<FacetKey, string> = {
  model: 'Model',
  bound: 'Bound by',
  primitive: 'Primitive',
  hazard: 'Hazard',
};

export const valueLabels: Record<FacetValue, string> = {
  threads: 'Threads',
  processes: 'Processes',
  asyncio: 'asyncio',
  cpu: 'CPU',
  io: 'I/O',
  race: 'Race',
  deadlock: 'Deadlock',
  hang: 'Hang',
  'silent-failure': 'Silent failure',
  misuse: 'Misuse',
  thread: 'Thread',
  process: 'Process',
  task: 'Task',
  lock: 'Lock',
  'thread-local': 'Thread-local',
  queue: 'Queue',
  pipe: 'Pipe',
  pool: 'Pool',
  gather: 'Gather',
};
