/** The part that holds the modules about bytes, streams, files and testing, and what is built on them. */
export { Buffer } from '../buffer.ts';
export { createCluster } from '../cluster.ts';
export { createByteModules } from '../internal/byte-modules.ts';
export { ChildInput, ChildOutput } from '../internal/child-streams.ts';
export { createConsoleClass } from '../internal/console-class.ts';
export { createEmitterResource } from '../internal/emitter-resource.ts';
export { collect } from '../internal/exec.ts';
export { createOsExtras } from '../internal/os-extras.ts';
export { createProcessExtras } from '../internal/process-extras.ts';
export { createSyncForms } from '../internal/spawn-sync.ts';
export { createInput } from '../internal/standard-input.ts';
export { createOutput } from '../internal/standard-output.ts';
export { createUtilityModules } from '../internal/utility-modules.ts';
export { ToWorker, WorkerOutput } from '../internal/worker-streams.ts';
export { createPerfHooks } from '../perf_hooks.ts';
