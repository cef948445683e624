/** Experiments that ended alike, told once: a sample may fail the same way however it is started. */
import type { Experiment } from './recordings.ts';

export interface ExperimentGroup extends Omit<Experiment, 'startMethod'> {
  startMethods: string[];
}

export function groupExperiments(experiments: readonly Experiment[]): ExperimentGroup[] {
  const groups = new Map<string, ExperimentGroup>();
  for (const { startMethod, ...rest } of experiments) {
    const key = JSON.stringify([rest.version, rest.runs, rest.outcomes]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ...rest, startMethods: [startMethod] });
    else group.startMethods.push(startMethod);
  }
  return [...groups.values()];
}
