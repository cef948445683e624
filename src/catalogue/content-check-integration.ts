/** Stops a build, and warns a running `astro dev`, when a pattern's folder is not whole. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkPatternFolders } from './folder-check.ts';

export function contentCheck(): AstroIntegration {
  return {
    name: 'interleave-content-check',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const faults = checkPatternFolders(
          fileURLToPath(new URL('content/patterns/', config.root)),
        );
        if (faults.length === 0) return;
        if (command === 'build') throw new Error(faults.join('\n'));
        for (const fault of faults) logger.warn(fault);
      },
    },
  };
}
