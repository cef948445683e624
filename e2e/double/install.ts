/**
 * Puts the double at the place of stackblitz.com, for everything that a browser context loads. The
 * client is the real one: only what answers it is ours.
 */
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Route } from '@playwright/test';
import { build } from 'esbuild';
import type { Behaviour } from './protocol.ts';

export const SERVICE = 'https://stackblitz.com/**';

const bundles = new Map<string, Promise<string>>();

function bundle(entry: string): Promise<string> {
  let made = bundles.get(entry);
  if (made === undefined) {
    made = build({
      entryPoints: [`e2e/double/${entry}`],
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
    }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
    bundles.set(entry, made);
  }
  return made;
}

const headers = {
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
};

export async function installDouble(
  context: BrowserContext,
  behaviour: Behaviour = 'works',
): Promise<void> {
  await context.unroute(SERVICE);
  await context.route(SERVICE, (route) => answer(route, behaviour));
}

/** Gives the pages of a context `/harness.js`; see `harness.ts`. */
export async function installHarness(context: BrowserContext): Promise<void> {
  await context.route('**/harness.js', async (route) => {
    await route.fulfill({ contentType: 'text/javascript', body: await bundle('harness.ts') });
  });
}

async function answer(route: Route, behaviour: Behaviour): Promise<void> {
  const { pathname } = new URL(route.request().url());
  if (pathname === '/headless') {
    const script = '<script type="module" src="/frame.js"></script>';
    const body = `<!doctype html><html data-behaviour="${behaviour}">${script}`;
    await route.fulfill({ contentType: 'text/html', headers, body });
  } else if (pathname === '/frame.js') {
    const body = await bundle('frame.ts');
    await route.fulfill({ contentType: 'text/javascript', headers, body });
  } else if (pathname.startsWith('/engine/')) {
    const body = await readFile(`dist${pathname}`);
    await route.fulfill({ contentType: 'text/javascript', headers, body });
  } else {
    await route.fulfill({ status: 404, headers, body: '' });
  }
}
