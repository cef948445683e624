/** A recorded output cut up by the times at which its lines came. */
export interface Frame {
  /** Milliseconds since the program started. */
  at: number;
  /** Everything that had been printed by then. */
  text: string;
}

/** @throws {Error} when the times are of another recording */
export function framesOf(output: string, times: readonly number[]): Frame[] {
  const lines = output.split(/(?<=\n)/).filter((line) => line !== '');
  if (lines.length !== times.length) {
    throw new Error('This recording has no times. Reload the page to load its current version.');
  }
  const frames: Frame[] = [];
  let text = '';
  for (const [index, line] of lines.entries()) {
    text += line;
    const at = times[index] ?? 0;
    if (frames.at(-1)?.at === at) frames.pop();
    frames.push({ at, text });
  }
  return frames;
}
