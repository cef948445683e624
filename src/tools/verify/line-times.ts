/** When each line of an output was whole, so that a page can play it back as it came. */
import type { Execution } from './execute.ts';

/**
 * @returns whole milliseconds since the start, one for each line; a last line without its end counts
 *   as one. `undefined` where nobody watched.
 */
export function lineTimes({ stdout, arrivals }: Execution): number[] | undefined {
  if (arrivals === undefined) return undefined;
  const times: number[] = [];
  let end = 0;
  for (let start = 0; start < stdout.length; start = end) {
    const newline = stdout.indexOf('\n', start);
    end = newline === -1 ? stdout.length : newline + 1;
    const whole = arrivals.find(({ length }) => length >= end);
    times.push(Math.round(whole?.milliseconds ?? 0));
  }
  return times;
}
