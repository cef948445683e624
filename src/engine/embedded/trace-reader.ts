import type { RawTraceEvent } from '../../kernel/trace.ts';
import type { TraceEvent } from '../trace.ts';

/** Gives events their actors' names, which only `started` carries. */
export function createTraceReader(tell: (event: TraceEvent) => void): (raw: RawTraceEvent) => void {
  const names = new Map<string, string>();
  return ({ pid, tid, name, ...rest }) => {
    const key = `${pid}/${tid}`;
    if (name !== undefined) names.set(key, name);
    tell({ ...rest, actor: { pid, tid, name: names.get(key) ?? '' } });
  };
}
