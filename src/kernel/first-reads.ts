/**
 * Reads that a thread is sure to begin with: whoever starts it names them, and the answers travel
 * with its start. They hold for the moment of the start, as if the thread had been that quick.
 */

export type FirstRead = { op: 'stat' | 'read-source'; path: string };

export interface FirstAnswer extends FirstRead {
  /** As the call itself is answered: what it gives, or `FailedCall`. */
  value: unknown;
}

/** The thread's side: each answer serves once, and with the last of them all are spent. */
export class FirstAnswers {
  #answers: readonly FirstAnswer[];

  constructor(answers: readonly FirstAnswer[] = []) {
    this.#answers = answers;
  }

  take(op: string, path: string | undefined): FirstAnswer | undefined {
    // What programs may patch is not touched once they run.
    if (this.#answers.length === 0) return undefined;
    const found = this.#answers.find((each) => each.op === op && each.path === path);
    if (!found) return undefined;
    const isLast = found === this.#answers[this.#answers.length - 1];
    this.#answers = isLast ? [] : this.#answers.filter((each) => each !== found);
    return found;
  }
}
