/** The state of one terminal's run, and the words for it. */
import type { Recovery } from '../engine/engine.ts';

interface Ended {
  code: number;
  seconds: number;
  /** Whether the program printed more lines than the terminal keeps. */
  overflowed: boolean;
}

export type RunState =
  | { kind: 'idle' }
  | { kind: 'loading'; waitingFor?: string }
  | { kind: 'running' }
  | ({ kind: 'exited' } & Ended)
  | ({ kind: 'stopped' } & Ended)
  | { kind: 'failed'; message: string; recovery: Recovery };

function endedText(end: string, { code, seconds, overflowed }: Ended): string {
  const text = `${end} with code ${code} after ${seconds.toFixed(2)} s`;
  return overflowed ? `${text}; earlier lines were dropped` : text;
}

/** @param idleText stands while nothing has run: it says what the place shows then */
export function statusText(state: RunState, idleText: string): string {
  switch (state.kind) {
    case 'idle':
      return idleText;
    case 'loading':
      return state.waitingFor ?? 'Loading…';
    case 'running':
      return 'Running…';
    case 'exited':
      return endedText('Exited', state);
    case 'stopped':
      return endedText('Stopped', state);
    case 'failed':
      return 'The program did not start.';
  }
}

/** Whether Stop has something to stop. */
export function isActive(state: RunState): boolean {
  return state.kind === 'loading' || state.kind === 'running';
}
