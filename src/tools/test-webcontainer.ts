/**
 * The contract of the engines against the real stackblitz.com, for a maintainer with a network; the
 * tests of every day put a double there. Usage: `npm run test:webcontainer`.
 */
import { build } from './build.ts';
import { runScript } from './run.ts';

const failed = await build();
process.exitCode =
  failed ||
  (await runScript(
    'node_modules/@playwright/test/cli.js',
    ['test', 'e2e/engines.spec.ts', '--workers=1', '--timeout=180000'],
    { WEBCONTAINER: 'real' },
  ));
