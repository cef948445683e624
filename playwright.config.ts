/**
 * Browser tests of the built site (`dist`), served as a host would serve it: once with the site's
 * headers, once without them for the tests of what a reader sees without isolation.
 */
import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { findChromium } from './src/tools/chromium.ts';

// This file is read again in every worker; the environment makes all of them agree.
process.env.E2E_PORT ??= await freePort();
process.env.E2E_PLAIN_PORT ??= await freePort();
const { E2E_PORT: port, E2E_PLAIN_PORT: plainPort } = process.env;
const executablePath = await findChromium();
if (executablePath !== undefined) process.env.CHROMIUM = executablePath;

export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Bounds, not waits: two cores share a browser per worker with what the samples compute.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    // Only the specs of the service worker want one: it fetches much, and hides requests from tests.
    serviceWorkers: 'block',
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: executablePath === undefined ? {} : { executablePath },
    trace: 'retain-on-failure',
  },
  webServer: [server(port), server(plainPort, '--no-headers')],
});

function server(port: string, ...options: string[]) {
  const command = [process.execPath, 'src/tools/serve.ts', '--port', port, ...options];
  return { command: command.map((part) => `"${part}"`).join(' '), port: Number(port) };
}

function freePort(): Promise<string> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const found = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(String(found)));
    });
  });
}
