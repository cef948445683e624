/** How much room the outputs of a pair get, before anything has run. */
const FEWEST = 5;
const MOST = 16;

/** Rows for the longest of `outputs`, clamped: a longer one scrolls, a shorter one leaves room. */
export function reserveRows(outputs: readonly string[]): number {
  const lines = outputs.map((output) => output.trimEnd().split('\n').length);
  // One more than recorded: the line on which the cursor stands after the last one.
  return Math.min(MOST, Math.max(FEWEST, ...lines.map((count) => count + 1)));
}
