/**
 * Holds a pair that runs in a page to its contract, in whatever way the page is driven. A run more is
 * made only for what one of several must show, as `npm run verify` does.
 */
import { type Contract, checkContract } from '../../shared/contract.ts';

/** Runs at most. */
const RUNS = 3;

export interface PageRun {
  /** What the program printed. */
  actual: string;
  exitCode: number;
  seconds: number;
}

/**
 * @param recorded what the Python printed when it was recorded
 * @param run runs the program once
 * @returns what of the contract does not hold, in sentences; `[]` when it holds
 */
export async function holdRuns(
  contract: Contract,
  recorded: string,
  run: () => Promise<PageRun>,
): Promise<string[]> {
  const each = withoutRepeatable(contract);
  const seconds: number[] = [];
  const others: string[] = [];
  let violations: string[];
  do {
    const made = await run();
    const wrong = checkContract(each, { ...made, recorded });
    // A line that is wrong stays wrong, whatever later runs print.
    if (wrong.length > 0) return wrong;
    seconds.push(made.seconds);
    others.push(made.actual);
    const fastest = Math.min(...seconds);
    violations = checkContract(contract, { ...made, recorded, others, seconds: fastest });
  } while (violations.length > 0 && seconds.length < RUNS);
  return violations;
}

/** What every run must keep. */
function withoutRepeatable({ seconds: _, ...contract }: Contract): Contract {
  const invariants = contract.invariants.filter(({ inSomeRun = false }) => !inSomeRun);
  return { ...contract, invariants };
}
