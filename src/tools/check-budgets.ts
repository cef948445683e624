/**
 * Holds the built pages to their budgets in bytes.
 *
 * Usage: `node src/tools/check-budgets.ts [directory]`
 */
import { measurePages, overBudget } from './page-sizes.ts';
import { readBase } from './site-settings.ts';

const sizes = await measurePages(process.argv[2] ?? 'dist', readBase(process.env));
const faults = overBudget(sizes);
for (const fault of faults) console.error(fault);
const heaviest = sizes[0];
console.log(
  `${sizes.length} pages, ${faults.length} over budget; the heaviest is /${heaviest?.path} with ${heaviest?.bytes} bytes.`,
);
if (faults.length > 0 || heaviest === undefined) process.exitCode = 1;
