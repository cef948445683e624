/** What Node does with each program, asked once for all browsers. */
import type { Outcome } from './compare.ts';
import type { Program } from './program.ts';
import { runUnderNode } from './under-node.ts';

export class Oracle {
  /** Milliseconds after which a program is killed. */
  readonly limit: number;
  readonly #outcomes = new Map<Program, Promise<Outcome>>();

  constructor(limit: number) {
    this.limit = limit;
  }

  /** @param isAgain whether to run the program anew, though it was run before */
  ask(program: Program, isAgain: boolean): Promise<Outcome> {
    const known = this.#outcomes.get(program);
    if (known && !isAgain) return known;
    const outcome = runUnderNode(program, this.limit);
    this.#outcomes.set(program, outcome);
    return outcome;
  }
}
