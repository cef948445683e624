/**
 * Fails a build that has a page above its budget: it would otherwise be found out when somebody
 * next measures. Last among the integrations, after those that still change pages.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { measurePages, overBudget } from './page-sizes.ts';

/** @param base the path below which the site stands */
export function pageBudgets(base: string): AstroIntegration {
  return {
    name: 'interleave-page-budgets',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const sizes = await measurePages(fileURLToPath(dir), base);
        const faults = overBudget(sizes);
        if (faults.length > 0) throw new Error(`Too heavy, by brotli:\n${faults.join('\n')}`);
        logger.info(`${sizes.length} pages are within their budgets`);
      },
    },
  };
}
